package nl.bereik.mobile.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedCodec;
import nl.bereik.protocol.need.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What has to be written along with a contact for the sake of the needs that come from it: its signals raise one by
 * themselves, and needs that have not been sent follow the contact or go with it. The id of a need that signals raise
 * is made from that of the telling that bears them, so that it is raised once however often that telling is saved.
 */
final class SignalNeeds {
    private static final Set<Signal> AT_ONCE = Set.of(Signal.ACUTE_DANGER, Signal.MINOR);
    private static final String LABEL = "bereik signal need 1";

    private final OutboxState state;
    private final Supplier<LocalDate> today;

    /** @param today the day of the shift */
    SignalNeeds(OutboxState state, Supplier<LocalDate> today) {
        this.state = state;
        this.today = today;
    }

    /** The id of the need that the signals of this telling raise. */
    static UUID idFor(UUID telling) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(LABEL.getBytes(StandardCharsets.US_ASCII));
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(telling.getMostSignificantBits())
                    .putLong(telling.getLeastSignificantBits())
                    .array()));
            return ItemIds.of(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * What goes along with a telling.
     *
     * @param telling the item that tells the contact now
     * @param root the contact, as first told
     * @param contact null when it should not have been logged
     * @param replaced the item whose place the telling takes; null when there is none
     * @param at when it is told
     */
    List<Entry> along(UUID telling, UUID root, @Nullable ContactMoment contact, @Nullable UUID replaced, Instant at) {
        List<Entry> entries = new ArrayList<>();
        SortedSet<Signal> raised = new TreeSet<>();
        for (OutboxItem item : needsFrom(line(root, replaced))) {
            SortedSet<Signal> signals = signals(item);
            boolean itsOwn = replaced != null && item.opId().equals(idFor(replaced));
            if (!item.sent() && !signals.isEmpty() && (contact == null || itsOwn)) {
                entries.add(new Entry.Withdrawn(item.opId()));
                continue;
            }
            raised.addAll(signals);
            if (!item.sent() && contactOf(item).equals(Optional.ofNullable(replaced))) {
                entries.add(moved(item, contact == null ? null : root));
            }
        }
        if (contact != null) {
            raise(telling, root, contact, raised, at).ifPresent(entries::add);
        }
        return entries;
    }

    /** What goes along with a contact, or a correction of one, that is taken back before it was sent. */
    List<Entry> withdrawn(OutboxItem item) {
        if (item.isKind(ContactCodec.KIND)) {
            return along(
                    item.opId(), item.opId(), null, item.opId(), item.saved().at());
        }
        OutboxItem raised = state.find(idFor(item.opId()));
        return raised == null || raised.sent() ? List.of() : List.of(new Entry.Withdrawn(raised.opId()));
    }

    /** What is missing beside contacts that were never sent: whatever stopped while one was being saved left it so. */
    List<Entry> missing() {
        List<Entry> entries = new ArrayList<>();
        for (OutboxItem item : state.items()) {
            if (item.tellsContact() && !item.sent() && !item.saved().imported()) {
                told(item)
                        .ifPresent(contact -> entries.addAll(along(
                                item.opId(),
                                item.root(),
                                contact,
                                item.saved().replaces(),
                                item.saved().at())));
            }
        }
        return entries;
    }

    private Optional<Entry.Saved> raise(
            UUID telling, UUID root, ContactMoment contact, Set<Signal> raised, Instant at) {
        SortedSet<Signal> fresh = new TreeSet<>(contact.signals());
        fresh.removeAll(raised);
        UUID id = idFor(telling);
        if (fresh.isEmpty() || state.find(id) != null) {
            return Optional.empty();
        }
        FollowUpNeed need = new FollowUpNeed(
                root,
                today.get(),
                contact.area(),
                Topic.SAFETY,
                fresh.stream().anyMatch(AT_ONCE::contains) ? Urgency.NOW : Urgency.TODAY,
                contact.languages().size() == 1 ? contact.languages().first() : null,
                null,
                null,
                false,
                fresh,
                null,
                null,
                null,
                Map.of());
        return Optional.of(
                new Entry.Saved(id, NeedCodec.KIND, NeedCodec.SCHEMA, NeedCodec.encode(need), null, at, false, null));
    }

    /** The contact and all that it takes the place of. */
    private Set<UUID> line(UUID root, @Nullable UUID replaced) {
        Set<UUID> line = new HashSet<>(Set.of(root));
        for (UUID from : replaced == null ? List.of(root) : List.of(root, replaced)) {
            line.add(from);
            OutboxItem item = state.find(from);
            UUID before = item == null ? null : item.saved().replaces();
            if (before != null) {
                line.add(before);
            }
        }
        return line;
    }

    private List<OutboxItem> needsFrom(Set<UUID> contacts) {
        return state.items().stream()
                .filter(item -> contactOf(item).filter(contacts::contains).isPresent())
                .toList();
    }

    private static Optional<UUID> contactOf(OutboxItem item) {
        return item.isKind(NeedCodec.KIND)
                ? Optional.ofNullable(item.body().optionalText("contact")).map(UUID::fromString)
                : Optional.empty();
    }

    private static SortedSet<Signal> signals(OutboxItem need) {
        return NeedCodec.decode(need.body()) instanceof Decoded.Whole<FollowUpNeed> whole
                ? whole.value().signals()
                : new TreeSet<>();
    }

    /** The same need, of another contact; its texts stay bound to it by its id. */
    private static Entry.Saved moved(OutboxItem need, @Nullable UUID contact) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(need.body().members());
        members.remove("contact");
        if (contact != null) {
            members.put("contact", contact.toString());
        }
        Entry.Saved old = need.saved();
        return new Entry.Saved(
                old.opId(), old.kind(), old.schema(), JsonObject.of(members), null, old.at(), false, old.replaces());
    }

    private static Optional<ContactMoment> told(OutboxItem item) {
        if (item.isKind(CorrectionCodec.KIND)) {
            return CorrectionCodec.decode(item.body()) instanceof Decoded.Whole<ContactCorrection> whole
                    ? Optional.ofNullable(whole.value().contact())
                    : Optional.empty();
        }
        return ContactCodec.decode(item.body()) instanceof Decoded.Whole<ContactMoment> whole
                ? Optional.of(whole.value())
                : Optional.empty();
    }
}
