/** Takes in what phones that can no longer sync have handed to the help desk, sealed. */
@NullMarked
package nl.bereik.server.recovery;

import org.jspecify.annotations.NullMarked;
