/** The PIN: choosing it, unlocking with it, changing it. */
@NullMarked
package nl.bereik.mobile.lock;

import org.jspecify.annotations.NullMarked;
