/** What is not sent, sealed for the help desk of the organisation. */
@NullMarked
package nl.bereik.mobile.recovery;

import org.jspecify.annotations.NullMarked;
