package nl.bereik.mobile.today;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.bereik.mobile.activity.OtherLines;
import nl.bereik.mobile.capture.Draft;
import nl.bereik.mobile.need.NeedPile;
import nl.bereik.mobile.need.Needs;
import nl.bereik.mobile.need.NeedsNow;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.outbox.OutboxStatus;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.setup.PairingViewModel;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reference.ReferenceData;

/** Reads the overview from the phone. Remembers the bodies it has read, for they never change. Thread-safe. */
final class OverviewReader {
    private static final int MOST_OLDER = 30;

    private final Phone phone;
    private final Needs needs;
    private final Map<UUID, Optional<Draft>> read = new HashMap<>();

    OverviewReader(Phone phone) {
        this.phone = phone;
        this.needs = new Needs(phone);
    }

    synchronized Overview read() {
        ReferenceData reference = phone.reference().data();
        LocalDate today = reference.dayOf(phone.parts().clock().instant());
        List<TodayLine> ofToday = new ArrayList<>();
        List<TodayLine> older = new ArrayList<>();
        int count = 0;
        int notShown = 0;
        List<OutboxItem> items = phone.outbox().items();
        OutboxStatus status = phone.outbox().status();
        List<Told> contacts = new ArrayList<>(contacts(items));
        for (int i = contacts.size() - 1; i >= 0; i--) {
            Told contact = contacts.get(i);
            boolean counts = today.equals(contact.on());
            count += counts ? 1 : 0;
            if (contact.isOver()) {
                continue;
            }
            if (counts
                    || contact.toldOn(
                            today, item -> reference.dayOf(item.saved().at()))) {
                ofToday.add(contact.line(this::stateOf));
            } else if (contact.needsAttention()) {
                if (older.size() < MOST_OLDER) {
                    older.add(contact.line(this::stateOf));
                } else {
                    notShown++;
                }
            }
        }
        ofToday.addAll(older);
        return new Overview(
                today,
                count,
                List.copyOf(ofToday),
                OtherLines.read(
                        items, item -> today.equals(reference.dayOf(item.saved().at())), this::stateOf),
                notShown,
                readNeeds(),
                phone.enrolment().install() != null,
                PairingViewModel.of(phone, Optional.empty()),
                proved(items, status),
                status);
    }

    private Overview.Needs readNeeds() {
        NeedsNow now = needs.now();
        return new Overview.Needs(
                now.needs().stream().filter(NeedPile.NEW::holds).count(),
                now.needs().stream().filter(NeedPile.MINE::holds).count());
    }

    /** What was told to be held after the last proof is still to be shown. */
    private static long proved(List<OutboxItem> items, OutboxStatus status) {
        Instant provedAt = status.provedAt();
        if (provedAt == null) {
            return 0;
        }
        long since = items.stream()
                .filter(item -> item.opSeq() != 0
                        && item.verdict() != null
                        && item.verdict().held())
                .filter(item -> item.settledAt() != null && item.settledAt().isAfter(provedAt))
                .count();
        return status.held() - since;
    }

    /** In the order in which they were first told. */
    private Collection<Told> contacts(List<OutboxItem> items) {
        Map<UUID, Told> contacts = new LinkedHashMap<>();
        for (OutboxItem item : items) {
            if (item.tellsContact()) {
                contacts.computeIfAbsent(item.root(), Told::new)
                        .add(new Told.Version(item, body(item).orElse(null)));
            }
        }
        return contacts.values();
    }

    private Optional<Draft> body(OutboxItem item) {
        return read.computeIfAbsent(item.opId(), opId -> {
            if (item.saved().kind().equals(ContactCodec.KIND)) {
                return Optional.of(Draft.of(item.body(), opId));
            }
            return item.body().get("contact") instanceof JsonObject contact
                    ? Optional.of(Draft.of(contact, opId))
                    : Optional.empty();
        });
    }

    private ItemState stateOf(OutboxItem item) {
        ItemState state = phone.outbox().stateOf(item.opId());
        return state == null ? item.state() : state;
    }
}
