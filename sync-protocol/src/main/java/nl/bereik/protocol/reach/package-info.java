/** Reach: the day tally folded from contact moments, reporting periods, and the figures summed from tallies. */
@NullMarked
package nl.bereik.protocol.reach;

import org.jspecify.annotations.NullMarked;
