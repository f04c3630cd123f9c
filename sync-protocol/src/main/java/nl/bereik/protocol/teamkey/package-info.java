/** How the key of a team goes from phone to phone, through a server that never has it. */
@NullMarked
package nl.bereik.protocol.teamkey;

import org.jspecify.annotations.NullMarked;
