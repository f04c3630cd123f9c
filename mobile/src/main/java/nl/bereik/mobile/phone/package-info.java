/** The unlocked phone: the state rebuilt from its journal, and the one way to change it. */
@NullMarked
package nl.bereik.mobile.phone;

import org.jspecify.annotations.NullMarked;
