/** Tests of the team's key on its way. */
@NullMarked
package nl.bereik.server.teamkey;

import org.jspecify.annotations.NullMarked;
