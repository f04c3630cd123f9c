/** Taking back what should not have been told. */
@NullMarked
package nl.bereik.protocol.takeback;

import org.jspecify.annotations.NullMarked;
