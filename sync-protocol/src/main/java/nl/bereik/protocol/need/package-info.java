@NullMarked
package nl.bereik.protocol.need;

import org.jspecify.annotations.NullMarked;
