/** The notes of a team, sealed, as its phones pull them. */
@NullMarked
package nl.bereik.server.notes;

import org.jspecify.annotations.NullMarked;
