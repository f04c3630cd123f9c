/** The key that a team's phones share and no server has: who made it, who got it, and the changes of it. */
@NullMarked
package nl.bereik.mobile.teamkey;

import org.jspecify.annotations.NullMarked;
