/** The people whom a follow-up need can name. */
@NullMarked
package nl.bereik.protocol.care;

import org.jspecify.annotations.NullMarked;
