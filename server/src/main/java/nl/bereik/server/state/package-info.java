/** What phones pull, as the features give it. */
@NullMarked
package nl.bereik.server.state;

import org.jspecify.annotations.NullMarked;
