/** The form for a contact moment. */
@NullMarked
package nl.bereik.mobile.capture;

import org.jspecify.annotations.NullMarked;
