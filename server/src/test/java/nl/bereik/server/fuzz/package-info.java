/** Input that nobody meant: generated, mutated, signed as if by a phone. */
@NullMarked
package nl.bereik.server.fuzz;

import org.jspecify.annotations.NullMarked;
