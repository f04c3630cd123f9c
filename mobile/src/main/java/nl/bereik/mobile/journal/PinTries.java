package nl.bereik.mobile.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.bereik.mobile.disk.Disk;
import nl.bereik.mobile.journal.JournalException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Counts tries of the PIN in a small file: {@value #SLOTS} slots of {@value #SLOT_BYTES} bytes, one for each try since
 * the last right PIN, with the second in which it was made and the limit in force; written in place, for a phone must
 * open on a full disk as well. A try is counted durably before it is made, so ending the app gives none away; one that
 * was cut off counts, be it the right PIN. From the fourth on each is followed by a wait that grows to an hour.
 * Thread-safe.
 *
 * <p>What a thief gains who sets the clock: set back, the wait begins again, whole. Set forward, it passes by the wall
 * clock; therefore it also has to pass by a clock that cannot be set, as long as the process lives. Whoever sets the
 * clock forward and ends the process skips the waits. The number of tries and what each costs (Argon2id) stay. On
 * phones that clock stands still in deep sleep, which makes a wait longer. Whoever can write into the app's folder can
 * delete the count, and could as well take the folder away and try elsewhere: against that only a long PIN helps.
 */
public final class PinTries {
    static final String FILE = "tries";

    private static final int SLOTS = 100;
    private static final int SLOT_BYTES = 32;
    /** A slot without it was cut off while it was written. */
    private static final char END = '.';

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,12}) ([0-9]{1,3})[.]");
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
            if (disk.exists(FILE)) {
                disk.overwrite(FILE, 0, blank(SLOTS));
            }
        } catch (IOException e) {
            throw Journal.failure(e);
        }
    }

    /** Makes the file, so that counting needs no room later. */
    synchronized void makeRoom() {
        try {
            if (!disk.exists(FILE)) {
                disk.replace(FILE, blank(SLOTS));
            }
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

    /** Writes the last slot; those before are there. */
    private void write(Tally tally) {
        try {
            if (!disk.exists(FILE) || disk.read(FILE).length != SLOTS * SLOT_BYTES) {
                byte[] slots = blank(SLOTS);
                Arrays.fill(slots, 0, (tally.count - 1) * SLOT_BYTES, (byte) '?');
                disk.replace(FILE, slots);
            }
            String text = tally.at.getEpochSecond() + " " + tally.limit + END;
            byte[] slot = blank(1);
            System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, slot, 0, text.length());
            disk.overwrite(FILE, (long) (tally.count - 1) * SLOT_BYTES, slot);
        } catch (IOException e) {
            throw Journal.failure(e);
        }
        countWaited = tally.count;
        waitedSince = unsettableNanos.getAsLong();
    }

    private static byte[] blank(int slots) {
        byte[] blank = new byte[slots * SLOT_BYTES];
        Arrays.fill(blank, (byte) ' ');
        return blank;
    }

    /** Null when there was no try. A file that is none counts as so many that few are left. */
    private @Nullable Tally read(int limit) {
        String text;
        try {
            if (!disk.exists(FILE)) {
                return null;
            }
            text = new String(disk.read(FILE), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw Journal.failure(e);
        }
        if (text.length() != SLOTS * SLOT_BYTES) {
            return new Tally(Math.max(1, limit - PinStanding.FEW), limit, clock.instant());
        }
        int count = 0;
        Tally last = null;
        for (int at = 0; at < text.length(); at += SLOT_BYTES) {
            String slot = text.substring(at, at + SLOT_BYTES).strip();
            if (!slot.isEmpty()) {
                last = tally(++count, slot, limit);
            }
        }
        return last;
    }

    /** A slot that was cut off while it was written counts from now. */
    private Tally tally(int count, String slot, int limit) {
        Matcher written = WRITTEN.matcher(slot);
        return written.matches()
                ? new Tally(
                        count,
                        Integer.parseInt(written.group(2)),
                        Instant.ofEpochSecond(Long.parseLong(written.group(1))))
                : new Tally(count, limit, clock.instant());
    }
}
