package nl.bereik.mobile.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.ItemOutcome;
import org.jspecify.annotations.Nullable;

/** The outbox as the journal's entries make it, and the entries that make it again. Not thread-safe. */
final class OutboxState {
    private final Map<UUID, OutboxItem> items = new LinkedHashMap<>();
    private final Set<UUID> toSend = new LinkedHashSet<>();
    private final Set<UUID> importedAndLeft = new LinkedHashSet<>();
    private long nextSeq = 1;
    private long held;
    private ContentHash xor = ContentHash.NONE;
    private @Nullable Instant lastSync;
    private @Nullable Instant provedAt;

    /** All items in the order in which they were logged. */
    List<OutboxItem> items() {
        return List.copyOf(items.values());
    }

    /** The ids of items that the server has not judged, oldest first. */
    Set<UUID> toSend() {
        return toSend;
    }

    @Nullable OutboxItem find(UUID opId) {
        return items.get(opId);
    }

    /** @throws IllegalArgumentException when the item is not on this phone */
    OutboxItem item(UUID opId) {
        OutboxItem item = items.get(opId);
        if (item == null) {
            throw new IllegalArgumentException("no such item on this phone");
        }
        return item;
    }

    boolean knows(UUID opId) {
        return items.containsKey(opId) || importedAndLeft.contains(opId);
    }

    boolean waits(ItemOutcome outcome) {
        UUID opId = idOf(outcome);
        return opId != null && toSend.contains(opId);
    }

    long nextSeq() {
        return nextSeq;
    }

    /** Whether a server that says this holds the very items that this phone was told it holds. */
    boolean isProvedBy(Custody custody) {
        return custody.count() == held && custody.xor().equals(xor);
    }

    OutboxStatus status() {
        int underReview = 0;
        int needsRepair = 0;
        for (OutboxItem item : items.values()) {
            ItemState state = item.state();
            underReview += state == ItemState.UNDER_REVIEW ? 1 : 0;
            needsRepair += state == ItemState.NEEDS_REPAIR ? 1 : 0;
        }
        return new OutboxStatus(toSend.size(), held, underReview, needsRepair, lastSync, provedAt);
    }

    void apply(Entry entry) {
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
            provedAt = synced.provedAt();
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

    /** The entries that make this outbox again without the items that may leave; see {@link #mayLeave}. */
    List<Entry> compacted(Instant limit) {
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
            entries.add(new Entry.Synced(lastSync, provedAt));
        }
        return entries;
    }

    /** How many items may leave: those that arrived before the limit and carry no note. */
    long mayLeave(Instant limit) {
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
}
