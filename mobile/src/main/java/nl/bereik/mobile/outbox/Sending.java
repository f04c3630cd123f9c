package nl.bereik.mobile.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.EntryLog;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.CustodyPage;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushItem;

/**
 * The outbox as a sync round uses it: what to send, what the server said of it, and whether its sum proves.
 * Thread-safe; every change is durable when its call returns.
 */
public final class Sending {
    /** What an item takes in a batch beside its body, at the most. */
    private static final int ENVELOPE_BYTES = 160;

    /** So that an entry of the journal stays small. */
    private static final int NUMBERED_AT_ONCE = 1_000;

    private final EntryLog log;
    private final OutboxState state;
    private final Clock clock;
    private final Set<UUID> underWay = new HashSet<>();
    private int atOnce = PushBatch.MAX_ITEMS;

    Sending(EntryLog log, OutboxState state, Clock clock) {
        this.log = log;
        this.state = state;
        this.clock = clock;
    }

    boolean isUnderWay(UUID opId) {
        return underWay.contains(opId);
    }

    /**
     * The next items to send, oldest first, numbered durably. They count as being sent until {@link #settle} or
     * {@link #giveUp}.
     *
     * @param maxItems how many at the most; there is always one when anything waits
     * @return empty when nothing waits
     */
    public List<PushItem> nextBatch(int maxItems) {
        synchronized (log) {
            atOnce = maxItems;
            List<UUID> chosen = oldest(maxItems, Set.of());
            List<PushItem> batch = numbered(chosen);
            underWay.addAll(chosen);
            return batch;
        }
    }

    /** The oldest items that wait and fit into a batch, but for those that are left out. */
    private List<UUID> oldest(int maxItems, Set<UUID> leftOut) {
        List<UUID> chosen = new ArrayList<>();
        long bytes = 0;
        for (UUID opId : state.toSend()) {
            if (leftOut.contains(opId)) {
                continue;
            }
            bytes += state.item(opId).body().bytes().length + ENVELOPE_BYTES;
            if (!chosen.isEmpty() && (chosen.size() == maxItems || bytes > PushBatch.MAX_BYTES)) {
                break;
            }
            chosen.add(opId);
        }
        return chosen;
    }

    /** All that waits, numbered durably; it goes on waiting. */
    public List<PushItem> unsent() {
        synchronized (log) {
            return numbered(List.copyOf(state.toSend()));
        }
    }

    private List<PushItem> numbered(List<UUID> chosen) {
        List<UUID> unnumbered = unnumbered(chosen);
        for (int from = 0; from < unnumbered.size(); from += NUMBERED_AT_ONCE) {
            int to = Math.min(unnumbered.size(), from + NUMBERED_AT_ONCE);
            log.record(new Entry.Numbered(state.nextSeq(), unnumbered.subList(from, to)));
        }
        return chosen.stream().map(opId -> state.item(opId).toPush()).toList();
    }

    private List<UUID> unnumbered(List<UUID> chosen) {
        return chosen.stream().filter(opId -> state.item(opId).opSeq() == 0).toList();
    }

    /**
     * Notes what the server said of items; ids that it did not name go on waiting. A next batch of the same size is
     * numbered along with it, so that a push costs the disk one write.
     */
    public void settle(List<ItemOutcome> outcomes) {
        synchronized (log) {
            underWay.clear();
            List<ItemOutcome> news = outcomes.stream()
                    .filter(outcome -> outcome.verdict().settled())
                    .filter(state::waits)
                    .toList();
            if (news.isEmpty()) {
                return;
            }
            List<Entry> entries = new ArrayList<>(List.of(new Entry.Settled(now(), news)));
            Set<UUID> settled = news.stream()
                    .map(outcome -> UUID.fromString(outcome.opId()))
                    .collect(Collectors.toSet());
            List<UUID> next = unnumbered(oldest(atOnce, settled));
            if (!next.isEmpty()) {
                entries.add(new Entry.Numbered(state.nextSeq(), next));
            }
            log.record(entries);
        }
    }

    /** What was being sent waits again. */
    public void giveUp() {
        synchronized (log) {
            underWay.clear();
        }
    }

    /**
     * Notes that a round ended with the server.
     *
     * @param custody what the server says it holds
     * @return whether that proves: the server has all that it ever said it took
     */
    public boolean synced(Custody custody) {
        synchronized (log) {
            boolean proved = state.isProvedBy(custody);
            log.record(new Entry.Synced(now(), proved ? now() : null));
            return proved;
        }
    }

    /** Whether a server that says this holds the very items that this phone was told it holds. */
    public boolean isProvedBy(Custody custody) {
        synchronized (log) {
            return state.isProvedBy(custody);
        }
    }

    /** The place from which the server's list is to be asked for {@link #reconcile}. */
    public long firstHeld() {
        synchronized (log) {
            return state.firstHeld();
        }
    }

    /**
     * Mends what differs from the server's list: items that it does not hold wait again, items that have left this
     * phone and that it does not hold are noted as lost.
     *
     * @param custody the server's sum, which did not prove
     * @param listed what the server holds from {@link #firstHeld} on
     * @return false when the server holds items of this install that this phone never sent; then nothing is changed
     *     and the phone has to become another install
     */
    public boolean reconcile(Custody custody, List<CustodyPage.Held> listed) {
        synchronized (log) {
            Reconciliation found = state.reconcile(custody, listed);
            if (found.rolledBack()) {
                return false;
            }
            List<Entry> entries = new ArrayList<>();
            if (!found.missing().isEmpty()) {
                entries.add(new Entry.SentAgain(found.missing()));
            }
            if (found.lost() > 0) {
                entries.add(new Entry.Lost(custody.count(), custody.xor(), found.lost()));
            }
            if (!entries.isEmpty()) {
                log.record(entries);
            }
            return true;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
