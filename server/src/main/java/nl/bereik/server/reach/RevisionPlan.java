package nl.bereik.server.reach;

import java.util.List;
import nl.bereik.protocol.reach.DayTally;

/**
 * A revision with all that is to be written for it, so that whoever finds it can go on with it.
 *
 * @param token a random word of who proposed it
 * @param begun whether it is carried out; until then it may be withdrawn
 * @param tallies what the tallies of sealed days become
 * @param recounts of each thing that is taken in
 */
record RevisionPlan(Revision revision, String token, boolean begun, List<DayTally> tallies, List<Recount> recounts) {}
