/** The state-based pull: a phone's records of every feature, compared by digest, then by list. */
@NullMarked
package nl.bereik.server.pull;

import org.jspecify.annotations.NullMarked;
