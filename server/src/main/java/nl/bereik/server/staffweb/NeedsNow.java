package nl.bereik.server.staffweb;

import java.time.Instant;
import java.util.List;
import nl.bereik.server.need.StoredNeed;

/**
 * The needs that somebody may see, as they are at one moment.
 *
 * @param teams whose needs these are
 * @param open for which something is still to be done, in no order
 * @param closed that were closed in the last days, in no order
 */
record NeedsNow(Instant now, List<String> teams, List<StoredNeed> open, List<StoredNeed> closed, NeedPeople people) {}
