/** How a phone that was lost is told to erase itself, and says that it has. */
@NullMarked
package nl.bereik.protocol.wipe;

import org.jspecify.annotations.NullMarked;
