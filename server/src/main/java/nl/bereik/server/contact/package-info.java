/** Contact moments as the server keeps them. */
@NullMarked
package nl.bereik.server.contact;

import org.jspecify.annotations.NullMarked;
