/** How long a phone shows what it holds without its server's leave. */
@NullMarked
package nl.bereik.mobile.lease;

import org.jspecify.annotations.NullMarked;
