package nl.bereik.mobile.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.protocol.state.Outcomes;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.CustodyPage;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import org.jspecify.annotations.Nullable;

/** The outbox as the journal's entries make it, and the entries that make it again. Not thread-safe. */
final class OutboxState {
    private final Map<UUID, OutboxItem> items = new LinkedHashMap<>();
    private final Set<UUID> toSend = new LinkedHashSet<>();
    private final Set<UUID> importedAndLeft = new LinkedHashSet<>();
    private final Map<UUID, ItemOutcome> reviewed = new HashMap<>();
    private long nextSeq = 1;
    private long held;
    private ContentHash xor = ContentHash.NONE;
    private long lost;
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
        int turnedDown = 0;
        for (OutboxItem item : items.values()) {
            ItemState state = item.state();
            underReview += state == ItemState.UNDER_REVIEW ? 1 : 0;
            if (state == ItemState.NEEDS_REPAIR) {
                needsRepair += item.tellsContact() ? 1 : 0;
                turnedDown += item.tellsContact() ? 0 : 1;
            }
        }
        return new OutboxStatus(toSend.size(), held, underReview, needsRepair, turnedDown, lost, lastSync, provedAt);
    }

    /** The highest version of a contact and its corrections on this phone. */
    long version(UUID root) {
        return items.values().stream()
                .filter(item -> item.root().equals(root))
                .mapToLong(OutboxItem::version)
                .max()
                .orElse(0);
    }

    /** The last correction of a contact if no install has sent it yet; null when there is none. */
    @Nullable OutboxItem unsentCorrection(UUID root) {
        return items.values().stream()
                .filter(item -> item.root().equals(root) && !item.opId().equals(root) && !item.sent())
                .findFirst()
                .orElse(null);
    }

    /** The first place from which items of this install are on this phone; the next one when there are none. */
    long firstHeld() {
        return heldHere().stream().mapToLong(OutboxItem::opSeq).min().orElse(nextSeq);
    }

    /** Why a server that says this differs from what this phone was told. */
    Reconciliation reconcile(Custody custody, List<CustodyPage.Held> listed) {
        return Reconciliation.of(listed, custody, heldHere(), new Reconciliation.Sum(held, xor), nextSeq);
    }

    private List<OutboxItem> heldHere() {
        return items.values().stream().filter(OutboxItem::isHeld).toList();
    }

    void apply(Entry entry) {
        if (entry instanceof Entry.Saved saved) {
            save(saved);
        } else if (entry instanceof Entry.Withdrawn withdrawn) {
            leave(withdrawn.opId());
        } else if (entry instanceof Entry.Numbered numbered) {
            nextSeq = numbered.from();
            for (UUID opId : numbered.opIds()) {
                items.put(opId, item(opId).numbered(nextSeq++));
            }
        } else if (entry instanceof Entry.Settled settled) {
            settled.outcomes().forEach(outcome -> settle(outcome, settled.at()));
        } else if (entry instanceof Entry.Synced synced) {
            lastSync = synced.at();
            provedAt = synced.provedAt();
        } else if (entry instanceof Entry.Pulled pulled) {
            Outcomes.read(pulled.record()).ifPresent(this::review);
        } else if (entry instanceof Entry.SentAgain again) {
            again.opIds().forEach(this::sendAgain);
        } else if (entry instanceof Entry.Lost told) {
            held = told.held();
            xor = told.xor();
            lost += told.lost();
        } else if (entry instanceof Entry.Enrolled) {
            items.replaceAll((opId, item) -> underNewInstall(item));
            nextSeq = 1;
            held = 0;
            xor = ContentHash.NONE;
            provedAt = null;
        } else if (entry instanceof Entry.Summarised summarised) {
            nextSeq = summarised.nextSeq();
            held = summarised.held();
            xor = summarised.xor();
            lost = summarised.lost();
            importedAndLeft.addAll(summarised.imported());
            summarised.sentBefore().forEach(opId -> items.computeIfPresent(opId, (same, item) -> item.numbered(0)));
        }
    }

    /** What is under review is sent again, for only the install that sent it is told what becomes of it. */
    private OutboxItem underNewInstall(OutboxItem item) {
        if (item.state() != ItemState.UNDER_REVIEW) {
            return item.withoutPlace();
        }
        toSend.add(item.opId());
        return item.waitingAgain().withoutPlace();
    }

    private void save(Entry.Saved saved) {
        // A need that follows its contact to another id is saved again, and comes after that.
        leave(saved.opId());
        items.put(saved.opId(), OutboxItem.of(saved));
        toSend.add(saved.opId());
        OutboxItem replaced = saved.replaces() == null ? null : leave(saved.replaces());
        if (replaced != null && replaced.saved().imported()) {
            importedAndLeft.add(replaced.opId());
        }
    }

    private @Nullable OutboxItem leave(UUID opId) {
        toSend.remove(opId);
        return items.remove(opId);
    }

    private void settle(ItemOutcome outcome, Instant at) {
        UUID opId = idOf(outcome);
        if (opId == null || !toSend.remove(opId)) {
            return;
        }
        OutboxItem item = item(opId).settled(outcome.verdict(), at, outcome.problems());
        items.put(opId, item);
        if (outcome.verdict().held()) {
            held++;
            xor = xor.xor(item.hash());
        }
        ItemOutcome later = reviewed.get(opId);
        if (later != null) {
            review(later);
        }
    }

    /** The outcome of a review may be pulled before the item is known to have been put under it. */
    private void review(ItemOutcome outcome) {
        UUID opId = idOf(outcome);
        if (opId == null) {
            return;
        }
        reviewed.put(opId, outcome);
        items.computeIfPresent(
                opId,
                (same, item) -> item.verdict() == Verdict.QUARANTINED && item.settledAt() != null
                        ? item.settled(outcome.verdict(), item.settledAt(), outcome.problems())
                        : item);
    }

    private void sendAgain(UUID opId) {
        OutboxItem item = items.get(opId);
        if (item != null && item.isHeld()) {
            held--;
            xor = xor.xor(item.hash());
            items.put(opId, item.waitingAgain());
            toSend.add(opId);
        }
    }

    /** The entries that make this outbox again without the items that may leave; see {@link Leaving}. */
    List<Entry> compacted(Instant limit) {
        Leaving leaving = leaving(limit);
        List<UUID> imported = new ArrayList<>(importedAndLeft);
        leaving.items().stream().filter(item -> item.saved().imported()).forEach(item -> imported.add(item.opId()));
        List<Entry> entries = new ArrayList<>();
        List<UUID> sentBefore = new ArrayList<>();
        leaving.staying().forEach(item -> entries.add(item.saved()));
        for (OutboxItem item : leaving.staying()) {
            if (item.opSeq() != 0) {
                entries.add(new Entry.Numbered(item.opSeq(), List.of(item.opId())));
            } else if (item.sent()) {
                sentBefore.add(item.opId());
            }
        }
        for (OutboxItem item : leaving.staying()) {
            if (item.verdict() != null && item.settledAt() != null) {
                entries.add(new Entry.Settled(
                        item.settledAt(),
                        List.of(new ItemOutcome(item.opId().toString(), item.verdict(), item.problems()))));
            }
        }
        entries.add(new Entry.Summarised(nextSeq, held, xor, lost, imported, sentBefore));
        if (lastSync != null) {
            entries.add(new Entry.Synced(lastSync, provedAt));
        }
        return entries;
    }

    /** The item that takes this one back; null when there is none on this phone. */
    @Nullable OutboxItem takeBackOf(UUID opId) {
        return items.values().stream()
                .filter(item -> opId.equals(item.takesBack()))
                .findFirst()
                .orElse(null);
    }

    /** The items that {@link #compacted} leaves out. */
    List<OutboxItem> thatLeave(Instant limit) {
        return leaving(limit).items();
    }

    /** How many items may leave. */
    long mayLeave(Instant limit) {
        return leaving(limit).items().size();
    }

    private Leaving leaving(Instant limit) {
        return Leaving.of(items.values(), limit, provedAt);
    }

    private static @Nullable UUID idOf(ItemOutcome outcome) {
        try {
            return UUID.fromString(outcome.opId());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
