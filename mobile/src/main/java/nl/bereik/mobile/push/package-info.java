/** What the server is told of where this phone can be nudged. */
@NullMarked
package nl.bereik.mobile.push;

import org.jspecify.annotations.NullMarked;
