/** The texts of the screens in each language. */
@NullMarked
package nl.bereik.mobile.words;

import org.jspecify.annotations.NullMarked;
