/** The settings screen. */
@NullMarked
package nl.bereik.mobile.choices;

import org.jspecify.annotations.NullMarked;
