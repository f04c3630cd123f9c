/** Follow-up needs on this phone: those it raised, those it pulled, and what was done to them here. Knows no screen. */
@NullMarked
package nl.bereik.mobile.need;

import org.jspecify.annotations.NullMarked;
