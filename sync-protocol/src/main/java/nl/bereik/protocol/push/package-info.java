/** Where a phone can be nudged. */
@NullMarked
package nl.bereik.protocol.push;

import org.jspecify.annotations.NullMarked;
