/** The screens of follow-up needs: the piles, one need with what can be done to it, and the form that raises one. */
@NullMarked
package nl.bereik.mobile.inbox;

import org.jspecify.annotations.NullMarked;
