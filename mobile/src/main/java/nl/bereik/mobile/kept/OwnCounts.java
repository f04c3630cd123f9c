package nl.bereik.mobile.kept;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.protocol.activity.Activity;
import nl.bereik.protocol.activity.ActivityCodec;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reach.ActivityCounts;
import nl.bereik.protocol.reach.ReachCounts;
import org.jspecify.annotations.Nullable;

/** Counts items per month. What was taken back, what the server refused and what cannot be read does not count. */
final class OwnCounts {
    private OwnCounts() {}

    /**
     * Each contact counts as it was last told. A correction of a contact that is not among the items does not count,
     * for the contact was counted when it left.
     *
     * @param all every item on the phone, which say what was taken back
     */
    static Map<YearMonth, MonthCounts> of(Collection<OutboxItem> items, Collection<OutboxItem> all) {
        Map<YearMonth, List<ContactMoment>> contacts = new HashMap<>();
        lastTold(items).values().forEach(item -> {
            ContactMoment contact = contact(item);
            if (contact != null) {
                in(contacts, contact.on()).add(contact);
            }
        });
        Map<YearMonth, List<Activity>> activities = new HashMap<>();
        Set<UUID> takenBack = takenBack(all);
        for (OutboxItem item : items) {
            if (ActivityCodec.KINDS.contains(item.saved().kind())
                    && item.state() != ItemState.NEEDS_REPAIR
                    && !takenBack.contains(item.opId())
                    && ActivityCodec.decode(item.saved().kind(), item.body())
                            instanceof Decoded.Whole<Activity> activity) {
                in(activities, activity.value().on()).add(activity.value());
            }
        }
        Set<YearMonth> months = new TreeSet<>(contacts.keySet());
        months.addAll(activities.keySet());
        Map<YearMonth, MonthCounts> counts = new TreeMap<>();
        months.forEach(month -> counts.put(
                month,
                new MonthCounts(
                        ReachCounts.fold(contacts.getOrDefault(month, List.of())),
                        ActivityCounts.fold(activities.getOrDefault(month, List.of())))));
        return counts;
    }

    /** The items that are taken back by others, unless the server refused that. */
    static Set<UUID> takenBack(Collection<OutboxItem> all) {
        Set<UUID> ids = new HashSet<>();
        for (OutboxItem item : all) {
            UUID told = item.takesBack();
            if (told != null && item.state() != ItemState.NEEDS_REPAIR) {
                ids.add(told);
            }
        }
        return ids;
    }

    private static Map<UUID, OutboxItem> lastTold(Collection<OutboxItem> items) {
        Set<UUID> first = new HashSet<>();
        Map<UUID, OutboxItem> last = new HashMap<>();
        for (OutboxItem item : items) {
            if (item.isKind(ContactCodec.KIND)) {
                first.add(item.opId());
            }
            if (item.tellsContact() && item.state() != ItemState.NEEDS_REPAIR) {
                last.merge(
                        item.root(),
                        item,
                        (one, other) ->
                                Comparator.comparingLong(OutboxItem::version).compare(one, other) > 0 ? one : other);
            }
        }
        last.keySet().retainAll(first);
        return last;
    }

    private static @Nullable ContactMoment contact(OutboxItem item) {
        JsonObject body = item.isKind(ContactCodec.KIND)
                ? item.body()
                : item.body().get("contact") instanceof JsonObject told ? told : null;
        return body != null && ContactCodec.decode(body) instanceof Decoded.Whole<ContactMoment> contact
                ? contact.value()
                : null;
    }

    private static <T> List<T> in(Map<YearMonth, List<T>> months, LocalDate day) {
        return months.computeIfAbsent(YearMonth.from(day), month -> new ArrayList<>());
    }
}
