/** The document store: embedded in a folder, or a MongoDB elsewhere. */
@NullMarked
package nl.bereik.server.store;

import org.jspecify.annotations.NullMarked;
