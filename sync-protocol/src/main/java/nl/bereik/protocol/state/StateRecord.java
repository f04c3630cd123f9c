package nl.bereik.protocol.state;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.sync.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * One thing of what a phone pulls.
 *
 * @param id names it within the phone's slice, for ever
 * @param kind what it is; a phone keeps kinds that it does not know and does nothing with them
 * @param rev changes with the content, never back
 * @param body what it says
 */
public record StateRecord(String id, String kind, String rev, JsonObject body) {

    /** A record whose rev is the hash of its body's text. */
    public static StateRecord of(String id, String kind, JsonObject body) {
        return new StateRecord(id, kind, ContentHash.short128(body.bytes()), body);
    }

    public JsonObject toJson() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("id", id);
        members.put("kind", kind);
        members.put("rev", rev);
        members.put("body", body);
        return JsonObject.of(members);
    }

    /** @throws IllegalArgumentException when the object is no record */
    public static StateRecord fromJson(JsonObject json) {
        return new StateRecord(json.text("id"), json.text("kind"), json.text("rev"), json.object("body"));
    }
}
