package nl.bereik.mobile.today;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.bereik.mobile.capture.Draft;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.reference.ReferenceData;

/** Reads the overview from the phone. Remembers the bodies it has read, for they never change. Thread-safe. */
final class OverviewReader {
    private static final int MOST_OLDER = 30;

    private final Phone phone;
    private final Map<UUID, Draft> read = new HashMap<>();

    OverviewReader(Phone phone) {
        this.phone = phone;
    }

    synchronized Overview read() {
        ReferenceData reference = phone.reference().data();
        LocalDate today = reference.dayOf(phone.parts().clock().instant());
        List<TodayLine> ofToday = new ArrayList<>();
        List<TodayLine> older = new ArrayList<>();
        int count = 0;
        int notShown = 0;
        List<OutboxItem> items = phone.outbox().items();
        for (int i = items.size() - 1; i >= 0; i--) {
            OutboxItem item = items.get(i);
            if (!item.saved().kind().equals(ContactCodec.KIND)) {
                continue;
            }
            Draft contact = read.computeIfAbsent(item.opId(), opId -> Draft.of(item.body()));
            boolean counts = today.equals(contact.on());
            count += counts ? 1 : 0;
            if (counts
                    || !item.saved().imported()
                            && today.equals(reference.dayOf(item.saved().at()))) {
                ofToday.add(line(item, contact));
            } else if (item.state() == ItemState.NEEDS_REPAIR || item.state() == ItemState.UNDER_REVIEW) {
                if (older.size() < MOST_OLDER) {
                    older.add(line(item, contact));
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
                notShown,
                phone.enrolment().install() != null,
                phone.outbox().status());
    }

    private TodayLine line(OutboxItem item, Draft contact) {
        ItemState state = phone.outbox().stateOf(item.opId());
        return new TodayLine(
                item.opId(),
                contact.on(),
                contact.channel(),
                contact.gender(),
                contact.ageBand(),
                contact.topics(),
                contact.signals(),
                state == null ? item.state() : state,
                item.problems());
    }
}
