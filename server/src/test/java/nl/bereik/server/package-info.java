/** Tests of the server as a whole, and what they share. */
@NullMarked
package nl.bereik.server;

import org.jspecify.annotations.NullMarked;
