/** Nudges people who have something to look at. */
@NullMarked
package nl.bereik.server.alert;

import org.jspecify.annotations.NullMarked;
