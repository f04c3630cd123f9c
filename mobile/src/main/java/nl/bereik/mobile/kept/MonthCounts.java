package nl.bereik.mobile.kept;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reach.ActivityCounts;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.protocol.reach.ReachTable;
import org.jspecify.annotations.Nullable;

/** What was done in one month, folded as the server does. */
public record MonthCounts(ReachCounts contacts, ActivityCounts activities) {
    /** Nothing was done. */
    public static final MonthCounts ZERO = new MonthCounts(ReachCounts.zero(), ActivityCounts.zero());

    /** Both together; they must count different items. */
    public MonthCounts plus(MonthCounts other) {
        return new MonthCounts(contacts.plus(other.contacts), activities.plus(other.activities));
    }

    /** The totals, and contacts by channel and by audience; other tables are not kept. */
    JsonObject toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("contacts", contacts.contacts());
        json.put("withoutCode", contacts.withoutCode());
        json.put("channel", JsonObject.of(contacts.table(ReachTable.CHANNEL)));
        json.put("audience", JsonObject.of(contacts.table(ReachTable.AUDIENCE)));
        json.put("registrations", activities.registrations());
        json.put("consultations", activities.consultations());
        json.put("prevention", activities.prevention());
        Map<String, Long> participants = new LinkedHashMap<>();
        activities.participants().forEach((audience, count) -> participants.put(audience.name(), count));
        json.put("participants", JsonObject.of(participants));
        return JsonObject.of(json);
    }

    static MonthCounts fromJson(JsonObject json) {
        SortedMap<Audience, Long> participants = new TreeMap<>();
        table(json, "participants").forEach((code, count) -> participants.put(Audience.valueOf(code), count));
        return new MonthCounts(
                new ReachCounts(
                        json.number("contacts"),
                        json.number("withoutCode"),
                        Map.of(
                                ReachTable.CHANNEL, table(json, "channel"),
                                ReachTable.AUDIENCE, table(json, "audience"))),
                new ActivityCounts(
                        json.number("registrations"),
                        json.number("consultations"),
                        json.number("prevention"),
                        participants,
                        Map.of()));
    }

    private static SortedMap<String, Long> table(JsonObject json, String name) {
        JsonObject cells = json.object(name);
        SortedMap<String, Long> table = new TreeMap<>();
        cells.members().keySet().forEach(code -> table.put(code, cells.number(code)));
        return table;
    }
}
