package nl.bereik.server.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down. Wrong tries are counted for an account from one address, for an address, and for an account from
 * wherever; each makes the next try wait, longer each time. A browser that has signed in with the account before is
 * counted by itself alone, so whatever strangers try, it is never kept waiting by them. Remembered in memory, within
 * bounds, on each server by itself. See decision 0014.
 */
@Component
class Tries {
    private static final int MOST = 50_000;
    private static final Duration REMEMBERED = Duration.ofHours(2);

    private static final Slowing BY_PAIR = new Slowing(4, Duration.ofMinutes(15));
    private static final Slowing BY_ADDRESS = new Slowing(20, Duration.ofMinutes(15));
    private static final Slowing BY_ACCOUNT = new Slowing(20, Duration.ofMinutes(1));

    private final Clock clock;
    private final Cache<String, Wrong> wrong;

    Tries(Clock clock) {
        this.clock = clock;
        this.wrong = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** @param free wrong tries that cost nothing; the first after them waits a second, each next twice as long */
    private record Slowing(int free, Duration longest) {
        Duration after(int count) {
            int doublings = count - free;
            if (doublings < 0) {
                return Duration.ZERO;
            }
            Duration wait = Duration.ofSeconds(1L << Math.min(doublings, 20));
            return wait.compareTo(longest) < 0 ? wait : longest;
        }
    }

    private record Wrong(int count, Instant until) {}

    private record Counted(String key, Slowing slowing) {}

    /**
     * Who tries.
     *
     * @param name of the account, whether there is one or not
     * @param address that the request came from
     * @param browser hash of what a browser keeps that has signed in with this account before; null of all others
     */
    record Source(String name, String address, @Nullable String browser) {
        private List<Counted> counted() {
            return browser == null
                    ? List.of(
                            new Counted("pair " + address + ' ' + name, BY_PAIR),
                            new Counted("address " + address, BY_ADDRESS),
                            new Counted("account " + name, BY_ACCOUNT))
                    : List.of(new Counted("browser " + browser + ' ' + name, BY_PAIR));
        }

        /** An address that was not wrong about this account yet does not wait for what others tried. */
        private List<Counted> slowedBy(Cache<String, Wrong> wrong) {
            List<Counted> all = counted();
            return browser == null && wrong.getIfPresent(all.get(0).key) == null ? all.subList(0, 2) : all;
        }
    }

    /**
     * Counts a try before it is made, so that many at once gain nothing; it is taken back by {@link #right}.
     *
     * @return how long to wait before trying; zero when this try may be made now
     */
    synchronized Duration before(Source source) {
        Instant now = clock.instant();
        Duration wait = Duration.ZERO;
        for (Counted counted : source.slowedBy(wrong)) {
            Wrong sofar = wrong.getIfPresent(counted.key);
            if (sofar != null && sofar.until.isAfter(now)) {
                Duration left = Duration.between(now, sofar.until);
                wait = left.compareTo(wait) > 0 ? left : wait;
            }
        }
        if (wait.isZero()) {
            source.counted().forEach(counted -> count(counted, now));
        }
        return wait;
    }

    /** The try was right: what was counted for this account from there is forgotten. */
    synchronized void right(Source source) {
        for (Counted counted : source.counted()) {
            if (counted.slowing == BY_PAIR) {
                wrong.invalidate(counted.key);
            } else {
                takeBack(counted);
            }
        }
    }

    private void count(Counted counted, Instant now) {
        Wrong sofar = wrong.getIfPresent(counted.key);
        int count = sofar == null ? 1 : sofar.count + 1;
        wrong.put(counted.key, new Wrong(count, now.plus(counted.slowing.after(count))));
    }

    private void takeBack(Counted counted) {
        Wrong sofar = wrong.getIfPresent(counted.key);
        if (sofar != null) {
            wrong.put(counted.key, new Wrong(Math.max(0, sofar.count - 1), Instant.MIN));
        }
    }

    /** How many are remembered, for tests. */
    long remembered() {
        wrong.cleanUp();
        return wrong.estimatedSize();
    }
}
