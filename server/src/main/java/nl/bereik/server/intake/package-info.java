/** Takes items in and answers for each of them. */
@NullMarked
package nl.bereik.server.intake;

import org.jspecify.annotations.NullMarked;
