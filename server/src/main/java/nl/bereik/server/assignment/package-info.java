/** Finds who is asked to take a need, and the next one when nobody does. */
@NullMarked
package nl.bereik.server.assignment;

import org.jspecify.annotations.NullMarked;
