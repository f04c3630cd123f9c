/** The main job on the real programs: phone and server as processes of their own. */
@NullMarked
package nl.bereik.server.mainjob;

import org.jspecify.annotations.NullMarked;
