/** How unsent items get from a phone that cannot sync to the server, by the hands of the help desk. */
@NullMarked
package nl.bereik.protocol.recovery;

import org.jspecify.annotations.NullMarked;
