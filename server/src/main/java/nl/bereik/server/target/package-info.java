/** The numbers that a region has agreed for periods, and how far they have come. */
@NullMarked
package nl.bereik.server.target;

import org.jspecify.annotations.NullMarked;
