/** Sync with the server as a round of steps that does no I/O, and the driver that does it. */
@NullMarked
package nl.bereik.mobile.sync;

import org.jspecify.annotations.NullMarked;
