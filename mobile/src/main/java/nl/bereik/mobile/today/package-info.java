/** The contacts of this shift and what became of them. */
@NullMarked
package nl.bereik.mobile.today;

import org.jspecify.annotations.NullMarked;
