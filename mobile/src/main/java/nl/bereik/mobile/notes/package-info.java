/** The notes of the team's last days, opened on this phone. */
@NullMarked
package nl.bereik.mobile.notes;

import org.jspecify.annotations.NullMarked;
