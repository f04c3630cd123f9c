/** The numbers agreed for a period, and how far they have come. */
@NullMarked
package nl.bereik.protocol.target;

import org.jspecify.annotations.NullMarked;
