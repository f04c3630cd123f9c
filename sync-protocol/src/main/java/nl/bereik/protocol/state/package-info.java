/** The state-based pull: a phone's slice as records, compared by digest, then by list. */
@NullMarked
package nl.bereik.protocol.state;

import org.jspecify.annotations.NullMarked;
