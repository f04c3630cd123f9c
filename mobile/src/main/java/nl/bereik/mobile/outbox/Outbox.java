package nl.bereik.mobile.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.EntryLog;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushItem;
import org.jspecify.annotations.Nullable;

/** What was logged on this phone and what became of it. Thread-safe; every change is durable when its call returns. */
public final class Outbox {
    /** What an item takes in a batch beside its body, at the most. */
    private static final int ENVELOPE_BYTES = 160;

    private final EntryLog log;
    private final Clock clock;
    private final RandomGenerator random;

    private final OutboxState state = new OutboxState();
    private final Set<UUID> sending = new HashSet<>();

    public Outbox(EntryLog log, Clock clock, RandomGenerator random) {
        this.log = log;
        this.clock = clock;
        this.random = random;
    }

    /** Saves a contact moment; on return it is on the disk. @throws JournalException when it is not */
    public UUID save(ContactMoment contact) {
        UUID opId = ItemIds.random(random);
        saveAll(List.of(new NewContact(opId, contact, null, false)));
        return opId;
    }

    /**
     * A contact moment to be saved under a given id.
     *
     * @param note free text that stays on this phone; null when there is none
     */
    public record NewContact(
            UUID opId, ContactMoment contact, @Nullable String note, boolean imported) {}

    /** Saves several at once; those whose id was saved before are passed over. Returns how many are new. */
    public int saveAll(List<NewContact> contacts) {
        synchronized (log) {
            Set<UUID> fresh = new HashSet<>();
            List<Entry.Saved> entries = contacts.stream()
                    .filter(contact -> !knows(contact.opId()) && fresh.add(contact.opId()))
                    .map(contact -> entry(contact, null))
                    .toList();
            if (!entries.isEmpty()) {
                log.record(entries);
            }
            return entries.size();
        }
    }

    /**
     * Saves a contact in the place of one that the server refused; a note goes along. The refused one is gone.
     *
     * @return the new item's id
     * @throws IllegalArgumentException when the item is not {@link ItemState#NEEDS_REPAIR}
     */
    public UUID repair(UUID refused, ContactMoment contact) {
        synchronized (log) {
            OutboxItem old = state.item(refused);
            if (old.state() != ItemState.NEEDS_REPAIR) {
                throw new IllegalArgumentException("the server did not refuse this item");
            }
            UUID opId = ItemIds.random(random);
            log.record(entry(new NewContact(opId, contact, old.saved().note(), false), refused));
            return opId;
        }
    }

    private Entry.Saved entry(NewContact contact, @Nullable UUID replaces) {
        return new Entry.Saved(
                contact.opId(),
                ContactCodec.KIND,
                ContactCodec.SCHEMA,
                ContactCodec.encode(contact.contact()),
                contact.note(),
                now(),
                contact.imported(),
                replaces);
    }

    /**
     * Takes an item back. False when it was sent before or is gone: then only a correction helps; and for a repair,
     * which stands for a contact that would then be lost.
     */
    public boolean withdraw(UUID opId) {
        synchronized (log) {
            OutboxItem item = state.find(opId);
            if (item == null || item.opSeq() != 0 || item.saved().replaces() != null) {
                return false;
            }
            log.record(new Entry.Withdrawn(opId));
            return true;
        }
    }

    /** All items on this phone in the order in which they were logged. */
    public List<OutboxItem> items() {
        synchronized (log) {
            return state.items();
        }
    }

    /** Where an item stands; null when it is not on this phone. */
    public @Nullable ItemState stateOf(UUID opId) {
        synchronized (log) {
            OutboxItem item = state.find(opId);
            return item == null ? null : sending.contains(opId) ? ItemState.SENDING : item.state();
        }
    }

    public OutboxStatus status() {
        synchronized (log) {
            return state.status();
        }
    }

    /**
     * The next items to send, oldest first, numbered durably. They count as being sent until {@link #settle} or
     * {@link #giveUpSending}.
     *
     * @param maxItems how many at the most; there is always one when anything waits
     * @return empty when nothing waits
     */
    public List<PushItem> nextBatch(int maxItems) {
        synchronized (log) {
            List<UUID> chosen = new ArrayList<>();
            List<UUID> unnumbered = new ArrayList<>();
            long bytes = 0;
            for (UUID opId : state.toSend()) {
                OutboxItem item = state.item(opId);
                bytes += item.body().bytes().length + ENVELOPE_BYTES;
                if (!chosen.isEmpty() && (chosen.size() == maxItems || bytes > PushBatch.MAX_BYTES)) {
                    break;
                }
                chosen.add(opId);
                if (item.opSeq() == 0) {
                    unnumbered.add(opId);
                }
            }
            if (!unnumbered.isEmpty()) {
                log.record(new Entry.Numbered(state.nextSeq(), unnumbered));
            }
            sending.addAll(chosen);
            return chosen.stream().map(opId -> state.item(opId).toPush()).toList();
        }
    }

    /** Notes what the server said of items; ids that it did not name go on waiting. */
    public void settle(List<ItemOutcome> outcomes) {
        synchronized (log) {
            sending.clear();
            List<ItemOutcome> news = outcomes.stream()
                    .filter(outcome -> outcome.verdict().settled())
                    .filter(state::waits)
                    .toList();
            if (!news.isEmpty()) {
                log.record(new Entry.Settled(now(), news));
            }
        }
    }

    /** What was being sent waits again. */
    public void giveUpSending() {
        synchronized (log) {
            sending.clear();
        }
    }

    /**
     * Notes that a round ended with the server.
     *
     * @param custody what the server says it holds; null when nothing was pushed in this round, which leaves the last
     *     proof as it was
     * @return whether the last proof holds: the server had all that it ever said it took
     */
    public boolean synced(@Nullable Custody custody) {
        synchronized (log) {
            Instant provedAt = state.status().provedAt();
            if (custody != null) {
                provedAt = state.isProvedBy(custody) ? now() : null;
            }
            log.record(new Entry.Synced(now(), provedAt));
            return provedAt != null;
        }
    }

    /** Whether an item with this id is, or as an import ever was, on this phone. */
    public boolean knows(UUID opId) {
        synchronized (log) {
            return state.knows(opId);
        }
    }

    /** Changes the state as an entry says; for the journal's own use. */
    public void apply(Entry entry) {
        state.apply(entry);
    }

    /**
     * The entries that make this outbox again without the items that may leave: those that arrived longer than this
     * ago and carry no note.
     */
    public List<Entry> compacted(Duration keep) {
        return state.compacted(clock.instant().minus(keep));
    }

    /** How many items {@link #compacted} would leave out. */
    public long mayLeave(Duration keep) {
        return state.mayLeave(clock.instant().minus(keep));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
