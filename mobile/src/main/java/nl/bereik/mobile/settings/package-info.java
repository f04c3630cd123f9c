/** What the user chose on this phone. */
@NullMarked
package nl.bereik.mobile.settings;

import org.jspecify.annotations.NullMarked;
