/** Text that only the phones of a team can read. */
@NullMarked
package nl.bereik.protocol.privacy;

import org.jspecify.annotations.NullMarked;
