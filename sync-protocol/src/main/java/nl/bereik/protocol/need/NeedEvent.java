package nl.bereik.protocol.need;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.sync.WireTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of a need's timeline. Texts and not enums: a line that a newer server wrote is shown as well as can be.
 *
 * @param what the act's name, {@value #RAISED} or {@value #ESCALATED}
 * @param by the account of whoever did it; empty for the rules
 * @param at when the server heard of it
 * @param to whom it names; null when it names nobody
 * @param why the reason of a refusal to take it, or the text of an {@link AssignedWhy}; null when none
 */
public record NeedEvent(
        String what,
        String by,
        Instant at,
        @Nullable String to,
        @Nullable String why) {
    public static final String RAISED = "RAISE";

    /** Nobody accepted in time, or nobody could be asked: the coordinator was told. */
    public static final String ESCALATED = "ESCALATE";

    public JsonObject toJson() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("what", what);
        members.put("by", by);
        members.put("at", at.toString());
        if (to != null) {
            members.put("to", to);
        }
        if (why != null) {
            members.put("why", why);
        }
        return JsonObject.of(members);
    }

    /** @throws IllegalArgumentException when the object is no event */
    public static NeedEvent fromJson(JsonObject json) {
        return new NeedEvent(
                json.text("what"),
                json.text("by"),
                WireTime.parse(json.text("at")),
                json.optionalText("to"),
                json.optionalText("why"));
    }
}
