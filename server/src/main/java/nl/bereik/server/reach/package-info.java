/** Reach: folds contacts into day tallies and answers figures. */
@NullMarked
package nl.bereik.server.reach;

import org.jspecify.annotations.NullMarked;
