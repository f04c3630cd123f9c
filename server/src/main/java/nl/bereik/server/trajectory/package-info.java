/** Trajectories as they stand: which of them a phone may know of, and which nothing was told of for long. */
@NullMarked
package nl.bereik.server.trajectory;

import org.jspecify.annotations.NullMarked;
