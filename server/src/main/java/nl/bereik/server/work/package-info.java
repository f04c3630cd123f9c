/** Work that goes on by itself, and that several instances share. */
@NullMarked
package nl.bereik.server.work;

import org.jspecify.annotations.NullMarked;
