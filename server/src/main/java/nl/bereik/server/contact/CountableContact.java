package nl.bereik.server.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.server.period.TeamDay;
import org.jspecify.annotations.Nullable;

/**
 * A stored contact as the fold sees it.
 *
 * @param rev grows by 1 with everything that is told of it
 * @param uncounted whether its days must be folded (again)
 * @param days every day on which it was ever said to be
 * @param told everything told of it, the one that holds last; at least one
 * @param counted where it stood in the tallies when it was last folded; null when it never was
 * @param late whether something of it came too late for a half-year and waits to be taken in
 */
public record CountableContact(
        UUID opId,
        String team,
        long rev,
        boolean uncounted,
        Set<LocalDate> days,
        List<Told> told,
        @Nullable Counted counted,
        boolean late) {
    public CountableContact {
        days = Set.copyOf(days);
        told = List.copyOf(told);
    }

    /** As last told; null when it was taken back. */
    public @Nullable ContactMoment contact() {
        return told.get(told.size() - 1).contact();
    }

    /** As it counts in the tallies; null when it does not. */
    public @Nullable ContactMoment asCounted() {
        return counted == null || counted.on() == null
                ? null
                : told.stream()
                        .filter(each -> each.place() == counted.place())
                        .findFirst()
                        .map(Told::contact)
                        .orElse(null);
    }

    /** Where it would count as last told. */
    public Counted asTold() {
        return Counted.as(told.get(told.size() - 1));
    }

    /** The days whose tallies it touches. */
    public Set<TeamDay> teamDays() {
        return days.stream().map(day -> new TeamDay(team, day)).collect(Collectors.toUnmodifiableSet());
    }

    /** The ids of all items that told of it, its own among them. */
    public Set<UUID> items() {
        Set<UUID> items = told.stream().map(Told::opId).collect(Collectors.toSet());
        items.add(opId);
        return items;
    }
}
