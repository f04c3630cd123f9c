/** Bereik beside another sync system: the same records, one machine, one run. See docs/operations.md. */
@NullMarked
package nl.bereik.server.benchmark;

import org.jspecify.annotations.NullMarked;
