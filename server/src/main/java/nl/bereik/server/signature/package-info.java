/** Which phone a request comes from, proven by its signature. */
@NullMarked
package nl.bereik.server.signature;

import org.jspecify.annotations.NullMarked;
