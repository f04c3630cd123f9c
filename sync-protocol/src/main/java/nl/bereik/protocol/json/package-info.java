/** JSON as both sides read and write it: a strict, bounded tree; no reflection, so that it runs in a native image. */
@NullMarked
package nl.bereik.protocol.json;

import org.jspecify.annotations.NullMarked;
