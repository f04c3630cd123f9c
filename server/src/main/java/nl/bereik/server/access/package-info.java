/** Who has signed in, what that person may reach and see, and the rule of every route. */
@NullMarked
package nl.bereik.server.access;

import org.jspecify.annotations.NullMarked;
