/** The pages of the staff: figures, phones, signing in; and the same for scripts. */
@NullMarked
package nl.bereik.server.staffweb;

import org.jspecify.annotations.NullMarked;
