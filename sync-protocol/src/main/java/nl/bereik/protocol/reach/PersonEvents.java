package nl.bereik.protocol.reach;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Gender;
import org.jspecify.annotations.Nullable;

/**
 * Things that can happen to a person more than once, counted so that for any span of whole months the people can be
 * told without knowing them: a person counts at the first event within the span, which is the one whose event before it,
 * if any, lies before the span. Both numbers add up over days.
 *
 * @param cells how many of each kind, above zero
 */
public record PersonEvents(SortedMap<Cell, Long> cells) {
    public static final PersonEvents NONE = new PersonEvents(Collections.emptySortedMap());

    /**
     * Events that are counted as one kind, by what is known of the person from the first trajectory.
     *
     * @param before the month of the same person's event just before this; null when this is the first
     */
    public record Cell(
            Gender gender,
            AgeBand ageBand,
            boolean involuntary,
            @Nullable YearMonth before) implements Comparable<Cell> {
        private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::gender)
                .thenComparing(Cell::ageBand)
                .thenComparing(Cell::involuntary)
                .thenComparing(Cell::before, Comparator.nullsFirst(Comparator.naturalOrder()));

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    public PersonEvents {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }

    /** With one more. */
    PersonEvents with(Cell cell) {
        SortedMap<Cell, Long> more = new TreeMap<>(cells);
        more.merge(cell, 1L, Long::sum);
        return new PersonEvents(more);
    }

    public PersonEvents plus(PersonEvents other) {
        SortedMap<Cell, Long> sum = new TreeMap<>(cells);
        other.cells.forEach((cell, count) -> sum.merge(cell, count, Long::sum));
        return new PersonEvents(sum);
    }

    /** The events without some that are among them. */
    PersonEvents minus(PersonEvents some) {
        SortedMap<Cell, Long> rest = new TreeMap<>(cells);
        Cells.takeAway(rest, some.cells);
        return new PersonEvents(rest);
    }

    /** How many events. */
    public long events() {
        return cells.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * How many people these events are of, when they are all the events of a span.
     *
     * @param first the first month of the span
     */
    public long people(YearMonth first, Predicate<Cell> which) {
        return cells.entrySet().stream()
                .filter(each ->
                        each.getKey().before() == null || each.getKey().before().isBefore(first))
                .filter(each -> which.test(each.getKey()))
                .mapToLong(each -> each.getValue())
                .sum();
    }
}
