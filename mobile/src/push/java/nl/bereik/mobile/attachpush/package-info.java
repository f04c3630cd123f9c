/** Nudges through Gluon Attach; compiled only into builds for phones. */
@NullMarked
package nl.bereik.mobile.attachpush;

import org.jspecify.annotations.NullMarked;
