/** What phones pull: code lists, areas and settings. */
@NullMarked
package nl.bereik.server.reference;

import org.jspecify.annotations.NullMarked;
