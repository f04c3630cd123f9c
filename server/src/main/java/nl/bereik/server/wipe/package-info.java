/** Ordering that a phone erases itself, telling it, and taking its word that it has. */
@NullMarked
package nl.bereik.server.wipe;

import org.jspecify.annotations.NullMarked;
