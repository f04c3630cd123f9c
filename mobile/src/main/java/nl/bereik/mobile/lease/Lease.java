package nl.bereik.mobile.lease;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.EntryLog;
import nl.bereik.mobile.journal.JournalException;
import org.jspecify.annotations.Nullable;

/**
 * Whether this phone may show what it holds. Each sync that comes to its end with the server gives leave for some days;
 * a phone that its server has revoked has none until it is enrolled again or a sync succeeds. Thread-safe.
 *
 * <p>Time is taken from the phone's clock, which can be set: so not the moment of the last sync counts but the sum of
 * the steps that the clock was seen to make since, at each unlock. A step back of more than ten minutes hides how long
 * it really was and counts as a day; a smaller one as its own size. Setting the clock back can therefore put off the
 * end, at a day for each time, but not for ever. On a full disk nothing is noted, so that what waits can still be seen
 * and sent.
 */
public final class Lease {
    private static final Duration SMALL_STEP = Duration.ofMinutes(10);
    private static final Duration UNKNOWN_STEP = Duration.ofDays(1);

    private final EntryLog log;
    private final Clock clock;
    private boolean enrolled;
    private boolean revoked;
    private @Nullable Instant seenAt;
    private Duration used = Duration.ZERO;

    public Lease(EntryLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** What may be shown. */
    public enum Leave {
        /** Everything; also on a phone that has no server yet. */
        GIVEN,
        /** Nothing before the next sync, for too many days have passed. */
        RUN_OUT,
        /** Nothing: the server has revoked this phone. */
        REVOKED
    }

    /** @param offlineDays for how many days a sync gives leave */
    public Leave leave(int offlineDays) {
        synchronized (log) {
            if (revoked) {
                return Leave.REVOKED;
            }
            return enrolled && usedNow().compareTo(Duration.ofDays(offlineDays)) >= 0 ? Leave.RUN_OUT : Leave.GIVEN;
        }
    }

    /** Notes what time it is, durably; to be called at each unlock. @throws JournalException when the disk fails */
    public void look() {
        synchronized (log) {
            if (enrolled && !now().equals(seenAt)) {
                Entry.ClockSeen seen = new Entry.ClockSeen(now(), usedNow().toSeconds());
                try {
                    log.record(seen);
                } catch (JournalException e) {
                    if (e.reason() != JournalException.Reason.DISK_FULL) {
                        throw e;
                    }
                    apply(seen);
                }
            }
        }
    }

    /** The server has revoked this phone; durable on return. */
    public void revoked() {
        synchronized (log) {
            if (!revoked) {
                log.record(new Entry.Revoked(now()));
            }
        }
    }

    private Duration usedNow() {
        if (seenAt == null) {
            return used;
        }
        Duration step = Duration.between(seenAt, now());
        if (!step.isNegative()) {
            return used.plus(step);
        }
        return used.plus(step.abs().compareTo(SMALL_STEP) <= 0 ? step.abs() : UNKNOWN_STEP);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Changes the state as an entry says; for the journal's own use. */
    public void apply(Entry entry) {
        if (entry instanceof Entry.Enrolled) {
            enrolled = true;
            revoked = false;
            seenAt = null;
            used = Duration.ZERO;
        } else if (entry instanceof Entry.Synced synced) {
            revoked = false;
            seenAt = synced.at();
            used = Duration.ZERO;
        } else if (entry instanceof Entry.ClockSeen seen) {
            seenAt = seen.at();
            used = Duration.ofSeconds(seen.usedSeconds());
        } else if (entry instanceof Entry.Revoked) {
            revoked = true;
        }
    }

    /** The entries that make this again; to be applied after those of enrolment and outbox. */
    public List<Entry> compacted() {
        List<Entry> entries = new ArrayList<>();
        if (seenAt != null) {
            entries.add(new Entry.ClockSeen(seenAt, used.toSeconds()));
        }
        if (revoked) {
            entries.add(new Entry.Revoked(now()));
        }
        return entries;
    }
}
