/** What was pulled from the server, as records that every feature reads its own kinds from. */
@NullMarked
package nl.bereik.mobile.state;

import org.jspecify.annotations.NullMarked;
