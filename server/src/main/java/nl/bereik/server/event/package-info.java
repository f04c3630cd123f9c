/** Events beside contact moments and needs: activities, and the steps of trajectories. */
@NullMarked
package nl.bereik.server.event;

import org.jspecify.annotations.NullMarked;
