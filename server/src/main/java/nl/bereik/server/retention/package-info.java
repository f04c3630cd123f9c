/** Lets go of what has been kept long enough, once its figures are final, and keeps it from coming back. */
@NullMarked
package nl.bereik.server.retention;

import org.jspecify.annotations.NullMarked;
