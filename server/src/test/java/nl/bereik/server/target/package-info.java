@NullMarked
package nl.bereik.server.target;

import org.jspecify.annotations.NullMarked;
