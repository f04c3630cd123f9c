/** The phones known to the server. */
@NullMarked
package nl.bereik.server.install;

import org.jspecify.annotations.NullMarked;
