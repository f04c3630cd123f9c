package nl.bereik.server.contact;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.protocol.contact.ContactMoment;
import org.jspecify.annotations.Nullable;

/**
 * A stored contact as the fold sees it.
 *
 * @param rev grows by 1 with everything that is told of it
 * @param uncounted whether its days must be folded (again)
 * @param days every day on which it was ever said to be
 * @param contact as last told; null when it was taken back
 */
public record CountableContact(
        UUID opId,
        String team,
        long rev,
        boolean uncounted,
        Set<LocalDate> days,
        @Nullable ContactMoment contact) {
    public CountableContact {
        days = Set.copyOf(days);
    }

    /** The days whose tallies it touches. */
    public Set<TeamDay> teamDays() {
        return days.stream().map(day -> new TeamDay(team, day)).collect(Collectors.toUnmodifiableSet());
    }
}
