package nl.bereik.mobile.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.EntryLog;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.sync.ContentHash;
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

    private final Map<UUID, OutboxItem> items = new LinkedHashMap<>();
    private final Set<UUID> toSend = new LinkedHashSet<>();
    private final Set<UUID> sending = new HashSet<>();
    private final Set<UUID> importedAndLeft = new LinkedHashSet<>();
    private long nextSeq = 1;
    private long held;
    private ContentHash xor = ContentHash.NONE;
    private @Nullable Instant lastSync;
    private @Nullable Instant provedAt;

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
            OutboxItem old = item(refused);
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

    /** Takes an item back. False when it was sent before or is gone: then only a correction helps. */
    public boolean withdraw(UUID opId) {
        synchronized (log) {
            OutboxItem item = items.get(opId);
            if (item == null || item.opSeq() != 0) {
                return false;
            }
            log.record(new Entry.Withdrawn(opId));
            return true;
        }
    }

    /** All items on this phone in the order in which they were logged. */
    public List<OutboxItem> items() {
        synchronized (log) {
            return List.copyOf(items.values());
        }
    }

    /** Where an item stands; null when it is not on this phone. */
    public @Nullable ItemState stateOf(UUID opId) {
        synchronized (log) {
            OutboxItem item = items.get(opId);
            return item == null ? null : sending.contains(opId) ? ItemState.SENDING : item.state();
        }
    }

    public OutboxStatus status() {
        synchronized (log) {
            int underReview = 0;
            int needsRepair = 0;
            for (OutboxItem item : items.values()) {
                ItemState state = item.state();
                underReview += state == ItemState.UNDER_REVIEW ? 1 : 0;
                needsRepair += state == ItemState.NEEDS_REPAIR ? 1 : 0;
            }
            return new OutboxStatus(toSend.size(), held, underReview, needsRepair, lastSync, provedAt);
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
            for (UUID opId : toSend) {
                OutboxItem item = item(opId);
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
                log.record(new Entry.Numbered(nextSeq, unnumbered));
            }
            sending.addAll(chosen);
            return chosen.stream().map(opId -> item(opId).toPush()).toList();
        }
    }

    /** Notes what the server said of items; ids that it did not name go on waiting. */
    public void settle(List<ItemOutcome> outcomes) {
        synchronized (log) {
            sending.clear();
            List<ItemOutcome> news = outcomes.stream()
                    .filter(outcome -> outcome.verdict().settled())
                    .filter(outcome -> waits(idOf(outcome)))
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
     * @param custody what the server says it holds; null when nothing was pushed in this round
     * @return whether the server holds all that it ever said it took, as far as this round could tell
     */
    public boolean synced(@Nullable Custody custody) {
        synchronized (log) {
            boolean proved = custody == null
                    ? provedAt != null
                    : custody.count() == held && custody.xor().equals(xor);
            log.record(new Entry.Synced(now(), proved, held));
            return proved;
        }
    }

    /** Whether an item with this id is, or as an import ever was, on this phone. */
    public boolean knows(UUID opId) {
        synchronized (log) {
            return items.containsKey(opId) || importedAndLeft.contains(opId);
        }
    }

    /** Changes the state as an entry says; for the journal's own use. */
    public void apply(Entry entry) {
        if (entry instanceof Entry.Saved saved) {
            items.put(saved.opId(), OutboxItem.of(saved));
            toSend.add(saved.opId());
            OutboxItem replaced = saved.replaces() == null ? null : items.remove(saved.replaces());
            if (replaced != null && replaced.saved().imported()) {
                importedAndLeft.add(replaced.opId());
            }
        } else if (entry instanceof Entry.Withdrawn withdrawn) {
            items.remove(withdrawn.opId());
            toSend.remove(withdrawn.opId());
        } else if (entry instanceof Entry.Numbered numbered) {
            nextSeq = numbered.from();
            for (UUID opId : numbered.opIds()) {
                items.put(opId, item(opId).numbered(nextSeq++));
            }
        } else if (entry instanceof Entry.Settled settled) {
            settled.outcomes().forEach(outcome -> settleOne(outcome, settled.at()));
        } else if (entry instanceof Entry.Synced synced) {
            lastSync = synced.at();
            provedAt = synced.proved() ? synced.at() : null;
        } else if (entry instanceof Entry.Enrolled) {
            items.replaceAll((opId, item) -> toSend.contains(opId) ? item.numbered(0) : item);
            nextSeq = 1;
            held = 0;
            xor = ContentHash.NONE;
            provedAt = null;
        } else if (entry instanceof Entry.Summarised summarised) {
            nextSeq = summarised.nextSeq();
            held = summarised.held();
            xor = summarised.xor();
            importedAndLeft.addAll(summarised.imported());
        }
    }

    private void settleOne(ItemOutcome outcome, Instant at) {
        UUID opId = idOf(outcome);
        if (opId == null || !toSend.remove(opId)) {
            return;
        }
        OutboxItem item = item(opId);
        items.put(opId, item.settled(outcome.verdict(), at, outcome.problems()));
        if (outcome.verdict().held()) {
            held++;
            xor = xor.xor(item.hash());
        }
    }

    /**
     * The entries that make this outbox again without the items that may leave: those arrived longer than this ago
     * that carry no note.
     */
    public List<Entry> compacted(Duration keep) {
        Instant limit = clock.instant().minus(keep);
        List<Entry> entries = new ArrayList<>();
        List<UUID> left = new ArrayList<>(importedAndLeft);
        List<OutboxItem> kept = new ArrayList<>();
        for (OutboxItem item : items.values()) {
            if (mayLeave(item, limit)) {
                if (item.saved().imported()) {
                    left.add(item.opId());
                }
            } else {
                kept.add(item);
            }
        }
        kept.forEach(item -> entries.add(item.saved()));
        kept.stream()
                .filter(item -> item.opSeq() != 0)
                .forEach(item -> entries.add(new Entry.Numbered(item.opSeq(), List.of(item.opId()))));
        for (OutboxItem item : kept) {
            if (item.verdict() != null && item.settledAt() != null) {
                entries.add(new Entry.Settled(
                        item.settledAt(),
                        List.of(new ItemOutcome(item.opId().toString(), item.verdict(), item.problems()))));
            }
        }
        entries.add(new Entry.Summarised(nextSeq, held, xor, left));
        if (lastSync != null) {
            entries.add(new Entry.Synced(lastSync, provedAt != null, held));
        }
        return entries;
    }

    /** How many items {@link #compacted} would leave out. */
    public long mayLeave(Duration keep) {
        Instant limit = clock.instant().minus(keep);
        return items.values().stream().filter(item -> mayLeave(item, limit)).count();
    }

    private static boolean mayLeave(OutboxItem item, Instant limit) {
        return item.state() == ItemState.ARRIVED
                && item.saved().note() == null
                && item.settledAt() != null
                && item.settledAt().isBefore(limit);
    }

    private static @Nullable UUID idOf(ItemOutcome outcome) {
        try {
            return UUID.fromString(outcome.opId());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private boolean waits(@Nullable UUID opId) {
        return opId != null && toSend.contains(opId);
    }

    private OutboxItem item(UUID opId) {
        OutboxItem item = items.get(opId);
        if (item == null) {
            throw new IllegalArgumentException("no such item on this phone");
        }
        return item;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
