package nl.bereik.protocol.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * One item of a phone's outbox on its way.
 *
 * @param opId the item's id for ever; random, or keyed by a secret of the phone, so that it tells nothing
 * @param opSeq its place in what this install sends: 1 for the first, contiguous, given when it is first sent
 * @param kind what it is, for example {@code contact}; a kind unknown to the server is kept raw
 * @param schema the version of the body's shape, from 1
 * @param body what it says; its exact text is hashed and, when not understood, kept
 */
public record PushItem(UUID opId, long opSeq, String kind, int schema, JsonObject body) {

    /** The last place there is: what every JSON reader can still tell from its neighbours. */
    public static final long MAX_OP_SEQ = 1L << 53;

    public PushItem {
        if (opSeq < 1 || opSeq > MAX_OP_SEQ) {
            throw new IllegalArgumentException("opSeq counts from 1 to 2^53");
        }
        if (kind.isEmpty() || kind.length() > 40) {
            throw new IllegalArgumentException("kind has 1 to 40 characters");
        }
        if (schema < 1) {
            throw new IllegalArgumentException("schema counts from 1");
        }
    }

    /** Members in fixed order; the body as its own text. */
    public JsonObject toJson() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("opId", opId.toString());
        members.put("opSeq", opSeq);
        members.put("kind", kind);
        members.put("schema", schema);
        members.put("body", body);
        return JsonObject.of(members);
    }

    /** @throws MalformedJsonException when a member is missing or of another type
     *  @throws IllegalArgumentException when a member's value is out of its range */
    public static PushItem fromJson(JsonObject json) {
        String id = json.text("opId");
        UUID opId = UUID.fromString(id);
        if (!opId.toString().equals(id)) {
            throw new IllegalArgumentException("opId is not a UUID in its usual form");
        }
        return new PushItem(
                opId,
                json.number("opSeq"),
                json.text("kind"),
                (int) Math.max(0, Math.min(json.number("schema"), Integer.MAX_VALUE)),
                json.object("body"));
    }
}
