/** Who did what, to which one, when; never what it said. A chain of hashes shows what was removed or changed. */
@NullMarked
package nl.bereik.server.audit;

import org.jspecify.annotations.NullMarked;
