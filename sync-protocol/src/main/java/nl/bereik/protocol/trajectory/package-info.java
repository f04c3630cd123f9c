/** Trajectories: help over time for one person, known by a random id, and the steps that tell of them. */
@NullMarked
package nl.bereik.protocol.trajectory;

import org.jspecify.annotations.NullMarked;
