/** What runs beside the screens: slow work, delays and the automatic sync. Knows no control. */
@NullMarked
package nl.bereik.mobile.background;

import org.jspecify.annotations.NullMarked;
