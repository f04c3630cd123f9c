/** The trajectories that this phone knows: the list, starting one, and the page of one. */
@NullMarked
package nl.bereik.mobile.trajectory;

import org.jspecify.annotations.NullMarked;
