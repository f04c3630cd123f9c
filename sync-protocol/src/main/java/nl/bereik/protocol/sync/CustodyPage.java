package nl.bereik.protocol.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of what a server holds of one install, for a phone whose own sum differs.
 *
 * @param held by {@code opSeq}; several items may stand at one when two phones went on from one backup
 * @param next where the next part begins; null when this is the last
 */
public record CustodyPage(List<Held> held, @Nullable Long next) {

    /**
     * One item that the server holds.
     */
    public record Held(long opSeq, ContentHash hash) {}

    public CustodyPage {
        held = List.copyOf(held);
    }

    /** {@code {"held": [[opSeq, hash], ...], "next": opSeq}}. */
    public byte[] encode() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put(
                "held",
                held.stream()
                        .map(item -> List.of(item.opSeq, item.hash.toString()))
                        .toList());
        if (next != null) {
            members.put("next", next);
        }
        return JsonObject.of(members).bytes();
    }

    /** @throws IllegalArgumentException when the text is not such a page */
    public static CustodyPage decode(byte[] utf8) {
        JsonObject json = Json.readObject(utf8);
        List<Held> held = json.list("held", List.class).stream()
                .map(pair -> {
                    if (pair.size() != 2
                            || !(pair.get(0) instanceof Long opSeq)
                            || !(pair.get(1) instanceof String hash)) {
                        throw new IllegalArgumentException("not a pair of opSeq and hash");
                    }
                    return new Held(opSeq, ContentHash.parse(hash));
                })
                .toList();
        return new CustodyPage(held, json.get("next") == null ? null : json.number("next"));
    }
}
