/** What the phone remembers of items that have left it: steps of trajectories, and counts per month. */
@NullMarked
package nl.bereik.mobile.kept;

import org.jspecify.annotations.NullMarked;
