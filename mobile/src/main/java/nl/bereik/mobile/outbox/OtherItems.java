package nl.bereik.mobile.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.EntryLog;
import nl.bereik.protocol.activity.ActivityCodec;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.takeback.TakeBack;
import nl.bereik.protocol.takeback.TakeBackCodec;
import nl.bereik.protocol.trajectory.TrajectoryStepCodec;
import org.jspecify.annotations.Nullable;

/**
 * The outbox as features use it whose items are no contacts. What was told once and sent is never changed: an activity
 * or a step of a trajectory is taken back by an item of its own, and told anew by another.
 * Thread-safe; every change is durable when its call returns.
 */
public final class OtherItems {
    private final EntryLog log;
    private final OutboxState state;
    private final Supplier<Instant> now;

    OtherItems(EntryLog log, OutboxState state, Supplier<Instant> now) {
        this.log = log;
        this.state = state;
        this.now = now;
    }

    /**
     * Saves an item; one whose id was saved before is passed over.
     *
     * @return whether it is new
     */
    public boolean save(UUID opId, String kind, int schema, JsonObject body) {
        return save(opId, kind, schema, body, null);
    }

    /** An item to be saved under a given id. */
    public record NewItem(UUID opId, String kind, int schema, JsonObject body) {}

    /** Saves several that come from a file; those whose id was saved before are passed over. How many are new. */
    public int importAll(List<NewItem> items) {
        synchronized (log) {
            Set<UUID> fresh = new HashSet<>();
            List<Entry> entries = items.stream()
                    .filter(item -> !state.knows(item.opId()) && fresh.add(item.opId()))
                    .<Entry>map(item -> new Entry.Saved(
                            item.opId(), item.kind(), item.schema(), item.body(), null, now.get(), true, null))
                    .toList();
            if (!entries.isEmpty()) {
                log.record(entries);
            }
            return entries.size();
        }
    }

    /**
     * Saves an item in the place of one of its kind that the server refused, which is gone then.
     *
     * @throws IllegalArgumentException when the server did not refuse it
     */
    public boolean saveInPlaceOf(UUID refused, UUID opId, String kind, int schema, JsonObject body) {
        return save(opId, kind, schema, body, refused);
    }

    private boolean save(UUID opId, String kind, int schema, JsonObject body, @Nullable UUID refused) {
        synchronized (log) {
            if (state.knows(opId)) {
                return false;
            }
            if (refused != null && !(isRefused(refused) && state.item(refused).isKind(kind))) {
                throw new IllegalArgumentException("the server did not refuse this item");
            }
            log.record(new Entry.Saved(opId, kind, schema, body, null, now.get(), false, refused));
            return true;
        }
    }

    /**
     * Takes an activity or a step of a trajectory back. One that was never sent, or that the server refused, is gone;
     * of any other an item says so. Doing it again changes nothing.
     *
     * @param opId the id of that item
     * @return the id of the item that says so; that of the item itself when it is just gone
     */
    public UUID takeBack(UUID told, UUID opId) {
        synchronized (log) {
            if (isJustGone(told)) {
                log.record(new Entry.Withdrawn(told));
                return told;
            }
            OutboxItem already = state.takeBackOf(told);
            if (already != null) {
                return already.opId();
            }
            log.record(takingBack(told, opId));
            return opId;
        }
    }

    /**
     * Tells an activity or a step of a trajectory anew, in the place of what was told before.
     *
     * @param takeBack the id of the item that takes the old one back, if it was sent and has not been taken back
     */
    public void correct(UUID told, UUID takeBack, NewItem fresh) {
        synchronized (log) {
            boolean replaced = isJustGone(told);
            List<Entry> entries = new ArrayList<>();
            if (!replaced && state.takeBackOf(told) == null) {
                entries.add(takingBack(told, takeBack));
            }
            entries.add(new Entry.Saved(
                    fresh.opId(),
                    fresh.kind(),
                    fresh.schema(),
                    fresh.body(),
                    null,
                    now.get(),
                    false,
                    replaced ? told : null));
            log.record(entries);
        }
    }

    private boolean isJustGone(UUID told) {
        OutboxItem item = state.find(told);
        if (item != null && !canBeTakenBack(item)) {
            throw new IllegalArgumentException("this item cannot be taken back");
        }
        return item != null && (!item.sent() || item.state() == ItemState.NEEDS_REPAIR);
    }

    private static boolean canBeTakenBack(OutboxItem item) {
        return ActivityCodec.KINDS.contains(item.saved().kind()) || item.isKind(TrajectoryStepCodec.KIND);
    }

    private Entry.Saved takingBack(UUID told, UUID opId) {
        return new Entry.Saved(
                opId,
                TakeBackCodec.KIND,
                TakeBackCodec.SCHEMA,
                TakeBackCodec.encode(new TakeBack(told)),
                null,
                now.get(),
                false,
                null);
    }

    /** Puts away an item that the server refused, once the user has seen why. False when there is none. */
    public boolean dismiss(UUID refused) {
        synchronized (log) {
            if (!isRefused(refused)) {
                return false;
            }
            log.record(new Entry.Withdrawn(refused));
            return true;
        }
    }

    private boolean isRefused(UUID opId) {
        OutboxItem item = state.find(opId);
        return item != null && !item.tellsContact() && item.state() == ItemState.NEEDS_REPAIR;
    }
}
