/** The notes that the phones of a team show each other. */
@NullMarked
package nl.bereik.protocol.notes;

import org.jspecify.annotations.NullMarked;
