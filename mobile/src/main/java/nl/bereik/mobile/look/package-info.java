/** How the screens look and the controls that they share: theme, fonts, icons, chips, frame. */
@NullMarked
package nl.bereik.mobile.look;

import org.jspecify.annotations.NullMarked;
