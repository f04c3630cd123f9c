package nl.bereik.mobile.journal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import nl.bereik.mobile.disk.Disk;
import nl.bereik.mobile.journal.JournalException.Reason;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.sync.WireTime;
import org.jspecify.annotations.Nullable;

/**
 * Counts tries of the PIN in a small file that is there only while the last try was wrong or cut off. A try is counted
 * durably before it is made, so ending the app gives none away; one that was cut off counts, be it the right PIN. From
 * the fourth on each is followed by a wait that grows to an hour. Thread-safe.
 *
 * <p>What a thief gains who sets the clock: set back, the wait begins again, whole. Set forward, it passes by the wall
 * clock; therefore it also has to pass by a clock that cannot be set, as long as the process lives. Whoever sets the
 * clock forward and ends the process skips the waits. The number of tries and what each costs (Argon2id) stay. On phones
 * that clock stands still in deep sleep, which makes a wait longer. Whoever can write into the app's folder can delete
 * the count, and could as well take the folder away and try elsewhere: against that only a long PIN helps.
 */
public final class PinTries {
    static final String FILE = "tries.json";

    private static final int VERSION = 1;
    private static final int WITHOUT_WAIT = 3;
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    private final Disk disk;
    private final Clock clock;
    private final LongSupplier unsettableNanos;
    private int countWaited = -1;
    private long waitedSince;

    /** @param unsettableNanos a clock that nobody can set, as {@link System#nanoTime} */
    public PinTries(Disk disk, Clock clock, LongSupplier unsettableNanos) {
        this.disk = disk;
        this.clock = clock;
        this.unsettableNanos = unsettableNanos;
    }

    /** How long one waits after so many tries. */
    static Duration waitAfter(int tries) {
        return tries <= WITHOUT_WAIT ? Duration.ZERO : WAITS.get(Math.min(tries - WITHOUT_WAIT, WAITS.size()) - 1);
    }

    /**
     * What the file says.
     *
     * @param count tries since the last right PIN
     * @param limit the number that was in force at the last of them
     * @param at from when on the wait counts
     */
    private record Tally(int count, int limit, Instant at) {
        boolean spent() {
            return count >= limit;
        }

        byte[] encode() {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            members.put("version", VERSION);
            members.put("count", count);
            members.put("limit", limit);
            members.put("at", at.toString());
            return JsonObject.of(members).bytes();
        }
    }

    /** Whether the last try that there is was made and did not open the phone. @throws JournalException */
    synchronized boolean spent() {
        Tally tally = read(Integer.MAX_VALUE);
        return tally != null && tally.spent();
    }

    /** @param limit the number in force */
    synchronized PinStanding standing(int limit) {
        Tally tally = read(limit);
        if (tally == null) {
            return new PinStanding(limit, Duration.ZERO, false);
        }
        return tally.spent()
                ? new PinStanding(0, Duration.ZERO, true)
                : new PinStanding(Math.max(1, limit - tally.count), left(tally), false);
    }

    /**
     * Counts a try that is about to be made; durable on return.
     *
     * @param limit the number in force
     * @throws JournalException with WAIT when it is too early, with ERASED when there is no try left, DISK_FULL or
     *     DISK_FAILED: then it must not be made
     */
    synchronized void begin(int limit) {
        Tally before = read(limit);
        int count = before == null ? 0 : before.count;
        if (before != null && before.spent()) {
            throw new JournalException(Reason.ERASED, "no try of the PIN is left");
        }
        if (before != null && !left(before).isZero()) {
            throw new JournalException(Reason.WAIT, "it is too early for the next try of the PIN");
        }
        write(new Tally(count + 1, limit, clock.instant()));
    }

    /** The PIN was right: forgets the count. Needs no room on the disk. */
    synchronized void forget() {
        try {
            disk.delete(FILE);
        } catch (IOException e) {
            throw Journal.failure(e);
        }
    }

    private Duration left(Tally tally) {
        Duration whole = waitAfter(tally.count);
        if (whole.isZero()) {
            return whole;
        }
        if (clock.instant().isBefore(tally.at)) {
            // Somebody set the clock back.
            write(new Tally(tally.count, tally.limit, clock.instant()));
            return whole;
        }
        Duration byClock = whole.minus(Duration.between(tally.at, clock.instant()));
        Duration bySteadyClock = countWaited == tally.count
                ? whole.minusNanos(unsettableNanos.getAsLong() - waitedSince)
                : Duration.ZERO;
        Duration left = byClock.compareTo(bySteadyClock) > 0 ? byClock : bySteadyClock;
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void write(Tally tally) {
        try {
            disk.replace(FILE, tally.encode());
        } catch (IOException e) {
            throw Journal.failure(e);
        }
        countWaited = tally.count;
        waitedSince = unsettableNanos.getAsLong();
    }

    /** A file that cannot be read counts as so many tries that few are left. */
    private @Nullable Tally read(int limit) {
        byte[] text;
        try {
            if (!disk.exists(FILE)) {
                return null;
            }
            text = disk.read(FILE);
        } catch (IOException e) {
            throw Journal.failure(e);
        }
        try {
            JsonObject json = Json.readObject(text);
            return new Tally(
                    Math.toIntExact(json.number("count")),
                    Math.toIntExact(json.number("limit")),
                    WireTime.parse(json.text("at")));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Tally(Math.max(0, limit - PinStanding.FEW), limit, clock.instant());
        }
    }
}
