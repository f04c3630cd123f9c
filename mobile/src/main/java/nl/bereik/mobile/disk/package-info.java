/** The phone's private storage as a port, and the real one. */
@NullMarked
package nl.bereik.mobile.disk;

import org.jspecify.annotations.NullMarked;
