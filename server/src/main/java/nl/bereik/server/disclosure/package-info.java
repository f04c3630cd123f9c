/**
 * Published figures: what may leave the building. A library of its own: plain functions and immutable values, no
 * framework, no store, no clock.
 *
 * <p>{@link nl.bereik.server.disclosure.Disclosure} turns exact tables into a release: small counts of people are
 * suppressed, further cells are suppressed as far as needed so that sums do not give the small ones away, the rest is
 * rounded, and what was released before stays as it was. The judge is an auditor that plays the reader who wants to
 * know: it knows every release, every sum, the rounding and the threshold. A release that no further suppression
 * can make safe, because of what earlier ones say, is refused with the cells named.
 *
 * <p>Sources, in decision 0021 with what was taken from each: A. Hundepool et al., <i>Statistical Disclosure
 * Control</i> (Wiley, 2012), chapters on magnitude and frequency tables, and the handbook of the ESSnet on the same
 * subject (threshold rule, secondary suppression, feasibility intervals, linked tables, rounding); M. Fischetti and
 * J. J. Salazar-González on cell suppression with protection ranges and the attacker's problem; A.
 * Dobra and S. E. Fienberg on bounds of cells given margins.
 */
@NullMarked
package nl.bereik.server.disclosure;

import org.jspecify.annotations.NullMarked;
