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
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.server.simulation.Violation.Promise;
import org.jspecify.annotations.Nullable;

/** What the user of one phone knows: what was saved, and what is uncertain because the phone stopped meanwhile. */
final class Logbook {
    private final String owner;
    private final Map<UUID, ContactMoment> saved = new LinkedHashMap<>();
    private final Set<UUID> arrived = new LinkedHashSet<>();
    private final List<ContactMoment> perhapsSaved = new ArrayList<>();
    private final Set<UUID> perhapsGone = new LinkedHashSet<>();

    private final Predicate<UUID> stored;

    /** @param stored whether the server holds an item, so that the phone may have let go of it */
    Logbook(String owner, Predicate<UUID> stored) {
        this.owner = owner;
        this.stored = stored;
    }

    /** Contacts are about to be saved, in the place of one that was refused or of none. */
    void saving(Collection<ContactMoment> contacts, @Nullable UUID replaced) {
        perhapsSaved.addAll(contacts);
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

    /** What was saved and not taken back or replaced, by its id. */
    Map<UUID, ContactMoment> saved() {
        return saved;
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
            ContactMoment known = saved.get(item.opId());
            if (known == null) {
                known = adopt(item);
                saved.put(item.opId(), known);
            }
            if (stopped && !ContactCodec.encode(known).text().equals(item.body().text())) {
                throw new Violation(Promise.SAVED_IS_SAVED, owner + " holds other content than was saved");
            }
        }
        if (!stopped && !perhapsSaved.isEmpty()) {
            throw new Violation(Promise.SAVED_IS_SAVED, owner + " said saved of what is not there");
        }
        for (UUID opId : List.copyOf(saved.keySet())) {
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

    private ContactMoment adopt(OutboxItem item) {
        for (ContactMoment contact : perhapsSaved) {
            if (ContactCodec.encode(contact).text().equals(item.body().text())) {
                perhapsSaved.remove(contact);
                return contact;
            }
        }
        throw new Violation(Promise.SAVED_IS_SAVED, owner + " holds " + item.opId() + ", which nobody saved");
    }
}
