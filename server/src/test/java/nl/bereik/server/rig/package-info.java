/**
 * Real processes and a real network that are treated badly, so that the simulation itself is checked against reality.
 */
@NullMarked
package nl.bereik.server.rig;

import org.jspecify.annotations.NullMarked;
