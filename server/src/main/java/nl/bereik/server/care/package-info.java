/** Who can be asked to take needs: the case managers, as the coordinator describes them. */
@NullMarked
package nl.bereik.server.care;

import org.jspecify.annotations.NullMarked;
