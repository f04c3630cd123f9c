/** Figures as they are reported: the closed menu of tables, and the releases of what may leave the building. */
@NullMarked
package nl.bereik.server.publish;

import org.jspecify.annotations.NullMarked;
