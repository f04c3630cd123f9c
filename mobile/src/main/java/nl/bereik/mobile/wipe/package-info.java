/**
 * Erasing this phone when its coordinator orders it, and what the locked app knows to hear of that. Does no network.
 */
@NullMarked
package nl.bereik.mobile.wipe;

import org.jspecify.annotations.NullMarked;
