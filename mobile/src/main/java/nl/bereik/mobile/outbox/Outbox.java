package nl.bereik.mobile.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.EntryLog;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.ContactMoment;
import org.jspecify.annotations.Nullable;

/** What was logged on this phone and what became of it. Thread-safe; every change is durable when its call returns. */
public final class Outbox {
    private final EntryLog log;
    private final Clock clock;
    private final RandomGenerator random;

    private final OutboxState state = new OutboxState();
    private final Sending sending;
    private final OtherItems others;
    private final SignalNeeds needs;
    private final Tellings tellings;

    /** @param today the day of the shift */
    public Outbox(EntryLog log, Clock clock, RandomGenerator random, Supplier<LocalDate> today) {
        this.log = log;
        this.clock = clock;
        this.random = random;
        this.sending = new Sending(log, state, clock);
        this.others = new OtherItems(log, state, this::now);
        this.needs = new SignalNeeds(state, today);
        this.tellings = new Tellings(state, this::now);
    }

    /** An id for an item to come, to which a note can be bound before it is saved. */
    public UUID newId() {
        return ItemIds.random(random);
    }

    /** Saves a contact moment; on return it is on the disk. @throws JournalException when it is not */
    public UUID save(ContactMoment contact) {
        return save(newId(), contact);
    }

    /** As {@link #save(ContactMoment)}, under an id of {@link #newId}. */
    public UUID save(UUID opId, ContactMoment contact) {
        saveAll(List.of(new NewContact(opId, contact, false)));
        return opId;
    }

    /** A contact moment to be saved under a given id. */
    public record NewContact(UUID opId, ContactMoment contact, boolean imported) {}

    /**
     * Saves several at once; those whose id was saved before are passed over. Signals of those that are not imported
     * raise a need each by themselves. Returns how many are new.
     */
    public int saveAll(List<NewContact> contacts) {
        synchronized (log) {
            Set<UUID> fresh = new HashSet<>();
            List<Entry> entries = new ArrayList<>();
            for (NewContact contact : contacts) {
                if (!knows(contact.opId()) && fresh.add(contact.opId())) {
                    entries.add(tellings.first(contact, null, null));
                    if (!contact.imported()) {
                        entries.addAll(needs.along(contact.opId(), contact.opId(), contact.contact(), null, now()));
                    }
                }
            }
            if (!entries.isEmpty()) {
                log.record(entries);
            }
            return fresh.size();
        }
    }

    /** Ends what was cut off while a contact was being saved; to be called once the journal has been read. */
    public void mend() {
        synchronized (log) {
            List<Entry> missing = needs.missing();
            if (!missing.isEmpty()) {
                log.record(missing);
            }
        }
    }

    /**
     * Tells a contact in the place of a telling that the server refused. The refused one is gone.
     * One that is, or has, a correction is told as a correction again, so that it counts once.
     *
     * @param contact null when a contact that was told more than once should not have been logged at all
     * @return the new item's id
     * @throws IllegalArgumentException when the item is not {@link ItemState#NEEDS_REPAIR}, or when there is nothing to
     *     tell
     */
    public UUID repair(UUID refused, @Nullable ContactMoment contact) {
        return repair(refused, newId(), contact);
    }

    /** As {@link #repair(UUID, ContactMoment)}, under an id of {@link #newId}. */
    public UUID repair(UUID refused, UUID opId, @Nullable ContactMoment contact) {
        synchronized (log) {
            OutboxItem old = state.item(refused);
            if (old.state() != ItemState.NEEDS_REPAIR || !old.tellsContact()) {
                throw new IllegalArgumentException("the server did not refuse this item");
            }
            String note = old.saved().note();
            if (wasCorrected(old.root())) {
                tell(tellings.correction(opId, old.root(), contact, note, refused), old.root(), contact);
            } else if (contact != null) {
                tell(tellings.first(new NewContact(opId, contact, false), note, refused), opId, contact);
            } else {
                throw new IllegalArgumentException("nothing was told of this contact that could be taken back");
            }
            return opId;
        }
    }

    /**
     * Tells a contact on this phone anew. One that may have been sent gets a correction, an item of its own that
     * supersedes it; one that was not is replaced.
     *
     * @param root the contact as first told
     * @param contact what it should have been; null when it should not have been logged at all
     * @return the id of the item that tells it now; the contact's own when it was just taken back unsent
     * @throws IllegalArgumentException when it is not on this phone or was refused: then it is repaired
     */
    public UUID correct(UUID root, @Nullable ContactMoment contact) {
        return correct(root, newId(), contact);
    }

    /** As {@link #correct(UUID, ContactMoment)}, under an id of {@link #newId}. */
    public UUID correct(UUID root, UUID opId, @Nullable ContactMoment contact) {
        synchronized (log) {
            // A first telling that was refused after it had been corrected is gone once repaired.
            OutboxItem first = wasCorrected(root) ? state.find(root) : state.item(root);
            if (first != null
                    && (!first.saved().kind().equals(ContactCodec.KIND) || first.state() == ItemState.NEEDS_REPAIR)) {
                throw new IllegalArgumentException("this item cannot be corrected");
            }
            if (first != null && !first.sent()) {
                if (contact == null) {
                    takeBack(first);
                    return root;
                }
                tell(
                        tellings.first(
                                new NewContact(opId, contact, false),
                                first.saved().note(),
                                root),
                        opId,
                        contact);
                return opId;
            }
            OutboxItem unsent = state.unsentCorrection(root);
            tell(tellings.correction(opId, root, contact, null, unsent == null ? null : unsent.opId()), root, contact);
            return opId;
        }
    }

    /** Saves a telling that may take the place of another, and what goes along with it. */
    private void tell(Entry.Saved telling, UUID root, @Nullable ContactMoment contact) {
        List<Entry> entries = new ArrayList<>(List.of(telling));
        entries.addAll(needs.along(telling.opId(), root, contact, telling.replaces(), telling.at()));
        log.record(entries);
    }

    private void takeBack(OutboxItem item) {
        List<Entry> entries = new ArrayList<>(List.of(new Entry.Withdrawn(item.opId())));
        if (item.tellsContact()) {
            entries.addAll(needs.withdrawn(item));
        }
        log.record(entries);
    }

    private boolean wasCorrected(UUID root) {
        return state.version(root) > ContactCorrection.FIRST_VERSION;
    }

    /**
     * Takes an item back, and with a contact the need that its signals raised unless that was sent. False when it was
     * sent before or is gone: then only a correction helps; and for a repair, which stands for a contact that would
     * then be lost.
     */
    public boolean withdraw(UUID opId) {
        synchronized (log) {
            OutboxItem item = state.find(opId);
            if (item == null || item.sent() || item.saved().replaces() != null) {
                return false;
            }
            takeBack(item);
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
            return item == null ? null : sending.isUnderWay(opId) ? ItemState.SENDING : item.state();
        }
    }

    public OutboxStatus status() {
        synchronized (log) {
            return state.status();
        }
    }

    /** The part of the outbox that talks with the server. */
    public Sending sending() {
        return sending;
    }

    /** The part of the outbox for items that are no contacts. */
    public OtherItems others() {
        return others;
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

    /** The items that {@link #compacted} leaves out. */
    public List<OutboxItem> thatLeave(Duration keep) {
        return state.thatLeave(clock.instant().minus(keep));
    }

    /** How many items {@link #compacted} would leave out. */
    public long mayLeave(Duration keep) {
        return state.mayLeave(clock.instant().minus(keep));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
