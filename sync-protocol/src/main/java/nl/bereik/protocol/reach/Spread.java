package nl.bereik.protocol.reach;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long things took, exactly: how often each number of whole minutes.
 *
 * @param minutes those that occur, with how often, at least once
 */
public record Spread(SortedMap<Long, Long> minutes) {
    public static final Spread NONE = new Spread(Collections.emptySortedMap());

    private static final int PERCENT = 100;

    public Spread {
        minutes = Collections.unmodifiableSortedMap(new TreeMap<>(minutes));
    }

    /** With one more. */
    Spread with(Duration took) {
        SortedMap<Long, Long> more = new TreeMap<>(minutes);
        more.merge(took.toMinutes(), 1L, Long::sum);
        return new Spread(more);
    }

    public Spread plus(Spread other) {
        SortedMap<Long, Long> sum = new TreeMap<>(minutes);
        other.minutes.forEach((minute, count) -> sum.merge(minute, count, Long::sum));
        return new Spread(sum);
    }

    public long count() {
        return minutes.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The shortest time in minutes within which at least so many percent took place, which is one that occurs; empty
     * when nothing did.
     *
     * @param percent 1 to 100; 50 for the median
     */
    public OptionalLong percentile(int percent) {
        long rank = (count() * percent + PERCENT - 1) / PERCENT;
        long seen = 0;
        for (Map.Entry<Long, Long> each : minutes.entrySet()) {
            seen += each.getValue();
            if (seen >= rank) {
                return OptionalLong.of(each.getKey());
            }
        }
        return OptionalLong.empty();
    }
}
