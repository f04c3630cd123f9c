/**
 * Phones, network, servers and store in one thread, in virtual time, out of one source of choices. See decision 0009.
 */
@NullMarked
package nl.bereik.server.simulation;

import org.jspecify.annotations.NullMarked;
