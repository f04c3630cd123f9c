@NullMarked
package nl.bereik.server.access;

import org.jspecify.annotations.NullMarked;
