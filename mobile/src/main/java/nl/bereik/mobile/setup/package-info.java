/** Enrolling the phone at a server. */
@NullMarked
package nl.bereik.mobile.setup;

import org.jspecify.annotations.NullMarked;
