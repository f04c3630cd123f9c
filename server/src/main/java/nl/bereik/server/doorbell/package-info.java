/** Tells phones that listen that there may be something to pull. */
@NullMarked
package nl.bereik.server.doorbell;

import org.jspecify.annotations.NullMarked;
