@NullMarked
package nl.bereik.server.publish;

import org.jspecify.annotations.NullMarked;
