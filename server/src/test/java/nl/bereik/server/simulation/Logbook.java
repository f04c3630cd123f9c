package nl.bereik.server.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.server.simulation.Violation.Promise;
import org.jspecify.annotations.Nullable;

/** What the user of one phone knows: what was saved, and what is uncertain because the phone stopped meanwhile. */
final class Logbook {
    private final String owner;
    private final Map<UUID, Told> ever = new LinkedHashMap<>();
    private final Set<UUID> saved = new LinkedHashSet<>();
    private final Set<UUID> arrived = new LinkedHashSet<>();
    private final List<Told> perhapsSaved = new ArrayList<>();
    private final Set<UUID> perhapsGone = new LinkedHashSet<>();

    private final Predicate<UUID> stored;

    /** @param stored whether the server holds an item, so that the phone may have let go of it */
    Logbook(String owner, Predicate<UUID> stored) {
        this.owner = owner;
        this.stored = stored;
    }

    /** Something is about to be saved, in the place of another item or of none. */
    void saving(Collection<Told> told, @Nullable UUID replaced) {
        perhapsSaved.addAll(told);
        if (replaced != null) {
            perhapsGone.add(replaced);
        }
    }

    void withdrawing(UUID opId) {
        perhapsGone.add(opId);
    }

    /** The call returned: the phone now says what there is, and nothing is uncertain. */
    void settled(Phone phone) {
        compare(phone, false);
        certain();
    }

    /** The call failed and said so: nothing of it counts. */
    void failed(Phone phone) {
        certain();
        compare(phone, false);
    }

    /** The phone was opened again: what was uncertain is now told by what is there. */
    void reopened(Phone phone) {
        compare(phone, true);
        certain();
    }

    /** The phone has gone back to a backup: what it has not and what did not arrive is lost by that. */
    void restored(Phone phone) {
        Set<UUID> there = new LinkedHashSet<>();
        phone.outbox().items().forEach(item -> there.add(item.opId()));
        saved.removeIf(opId -> !there.contains(opId) && !stored.test(opId));
        there.stream().filter(ever::containsKey).forEach(saved::add);
    }

    /** What was saved and neither taken back, replaced nor lost with a phone that was restored. */
    Set<UUID> saved() {
        return saved;
    }

    /** All that was ever saved, by its id. */
    Map<UUID, Told> ever() {
        return ever;
    }

    /** Notes and answers what the phone was now told for the first time has arrived. */
    List<UUID> newlyArrived(Phone phone) {
        return phone.outbox().items().stream()
                .filter(item -> item.state() == ItemState.ARRIVED)
                .map(OutboxItem::opId)
                .filter(arrived::add)
                .toList();
    }

    private void certain() {
        perhapsSaved.clear();
        perhapsGone.clear();
    }

    private void compare(Phone phone, boolean stopped) {
        Map<UUID, OutboxItem> there = new LinkedHashMap<>();
        phone.outbox().items().forEach(item -> there.put(item.opId(), item));
        for (OutboxItem item : there.values()) {
            if (saved.contains(item.opId())) {
                if (stopped && !Told.by(item).equals(ever.get(item.opId()))) {
                    throw new Violation(Promise.SAVED_IS_SAVED, owner + " holds other content than was saved");
                }
            } else {
                ever.put(item.opId(), adopt(item));
                saved.add(item.opId());
            }
        }
        if (!stopped && !perhapsSaved.isEmpty()) {
            throw new Violation(Promise.SAVED_IS_SAVED, owner + " said saved of what is not there");
        }
        for (UUID opId : List.copyOf(saved)) {
            if (!there.containsKey(opId) && perhapsGone.remove(opId)) {
                saved.remove(opId);
            } else if (!there.containsKey(opId) && !stored.test(opId)) {
                throw new Violation(Promise.SAVED_IS_SAVED, owner + " lost " + opId);
            }
        }
        if (!stopped && !perhapsGone.isEmpty()) {
            throw new Violation(Promise.SAVED_IS_SAVED, owner + " holds what was taken back");
        }
    }

    private Told adopt(OutboxItem item) {
        Told told = Told.by(item);
        for (Told perhaps : perhapsSaved) {
            if (told.isWhatWasMeantBy(perhaps)) {
                perhapsSaved.remove(perhaps);
                return told;
            }
        }
        throw new Violation(Promise.SAVED_IS_SAVED, owner + " holds " + item.opId() + ", which nobody saved");
    }
}
