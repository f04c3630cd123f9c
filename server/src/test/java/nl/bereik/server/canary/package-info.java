@NullMarked
package nl.bereik.server.canary;

import org.jspecify.annotations.NullMarked;
