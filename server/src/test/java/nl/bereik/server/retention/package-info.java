@NullMarked
package nl.bereik.server.retention;

import org.jspecify.annotations.NullMarked;
