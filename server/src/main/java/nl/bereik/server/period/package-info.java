/** The days of teams, and the half-years whose figures are final. */
@NullMarked
package nl.bereik.server.period;

import org.jspecify.annotations.NullMarked;
