/** The phone's own services as a port: storage, foreground and screen. */
@NullMarked
package nl.bereik.mobile.device;

import org.jspecify.annotations.NullMarked;
