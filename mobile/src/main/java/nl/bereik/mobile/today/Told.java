package nl.bereik.mobile.today;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.bereik.mobile.capture.Draft;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.protocol.contact.ContactCorrection;
import org.jspecify.annotations.Nullable;

/** All tellings of one contact that are on this phone, and what they come to. */
final class Told {
    private static final List<ItemState> NEEDIEST_FIRST = List.of(
            ItemState.NEEDS_REPAIR, ItemState.UNDER_REVIEW, ItemState.SENDING, ItemState.WAITING, ItemState.ARRIVED);

    private final UUID root;
    private final List<Version> versions = new ArrayList<>();

    /**
     * One telling.
     *
     * @param body null when it took the contact back
     */
    record Version(OutboxItem item, @Nullable Draft body) {}

    Told(UUID root) {
        this.root = root;
    }

    void add(Version version) {
        versions.add(version);
        versions.sort(Comparator.comparingLong(each -> each.item().version()));
    }

    /** The day that it is counted on; null when it was taken back or cannot be read. */
    @Nullable LocalDate on() {
        Draft body = last().body();
        return body == null ? null : body.on();
    }

    /** Whether any telling of it, other than a line of an import, is of this day. */
    boolean toldOn(LocalDate day, Function<OutboxItem, LocalDate> dayOf) {
        return versions.stream()
                .map(Version::item)
                .anyMatch(item -> !item.saved().imported() && day.equals(dayOf.apply(item)));
    }

    boolean needsAttention() {
        return versions.stream()
                .map(version -> version.item().state())
                .anyMatch(state -> state == ItemState.NEEDS_REPAIR || state == ItemState.UNDER_REVIEW);
    }

    /** Whether the server knows that it was taken back and nothing of it is left to be done. */
    boolean isOver() {
        return last().body() == null
                && last().item().state() == ItemState.ARRIVED
                && versions.stream().noneMatch(version -> version.item().state() == ItemState.NEEDS_REPAIR);
    }

    TodayLine line(Function<OutboxItem, ItemState> stateOf) {
        OutboxItem neediest = last().item();
        ItemState state = stateOf.apply(neediest);
        for (int i = versions.size() - 2; i >= 0; i--) {
            OutboxItem item = versions.get(i).item();
            ItemState its = stateOf.apply(item);
            if (NEEDIEST_FIRST.indexOf(its) < NEEDIEST_FIRST.indexOf(state)) {
                neediest = item;
                state = its;
            }
        }
        return new TodayLine(root, neediest.opId(), shown(), telling(), state, neediest.problems());
    }

    private TodayLine.Telling telling() {
        if (last().body() == null) {
            return TodayLine.Telling.TAKEN_BACK;
        }
        return last().item().version() > ContactCorrection.FIRST_VERSION
                ? TodayLine.Telling.CORRECTED
                : TodayLine.Telling.FIRST;
    }

    private Draft shown() {
        for (int i = versions.size() - 1; i >= 0; i--) {
            Draft body = versions.get(i).body();
            if (body != null) {
                return body;
            }
        }
        return Draft.EMPTY;
    }

    private Version last() {
        return versions.get(versions.size() - 1);
    }
}
