/** What was done on this phone this month, in numbers. */
@NullMarked
package nl.bereik.mobile.month;

import org.jspecify.annotations.NullMarked;
