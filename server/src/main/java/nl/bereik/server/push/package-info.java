/** Nudging phones through Firebase Cloud Messaging: constant words, a random id, and nothing else. */
@NullMarked
package nl.bereik.server.push;

import org.jspecify.annotations.NullMarked;
