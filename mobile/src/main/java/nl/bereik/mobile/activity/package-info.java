/** Registrations, consultations and prevention activities: the form, and their words in the list of today. */
@NullMarked
package nl.bereik.mobile.activity;

import org.jspecify.annotations.NullMarked;
