package nl.bereik.protocol.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a server holds of one install, told so that the phone can prove that all it was told is there really is there.
 *
 * @param through every item up to and including this {@code opSeq} has been judged; 0 when none
 * @param holes the spans above {@code through} that have not been judged, below the highest that was; in order
 * @param count how many items the server holds durably; rejected ones are not held
 * @param xor the exclusive or of the content hashes of those
 */
public record Custody(long through, List<Hole> holes, long count, ContentHash xor) {

    /** The custody of an install that has sent nothing. */
    public static final Custody NONE = new Custody(0, List.of(), 0, ContentHash.NONE);

    /**
     * A span of {@code opSeq}s, both ends included.
     */
    public record Hole(long from, long to) {}

    public Custody {
        holes = List.copyOf(holes);
    }

    public JsonObject toJson() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("through", through);
        members.put(
                "holes", holes.stream().map(hole -> List.of(hole.from, hole.to)).toList());
        members.put("count", count);
        members.put("xor", xor.toString());
        return JsonObject.of(members);
    }

    public static Custody fromJson(JsonObject json) {
        List<Hole> holes = json.list("holes", List.class).stream()
                .map(ends -> new Hole((Long) ends.get(0), (Long) ends.get(1)))
                .toList();
        return new Custody(json.number("through"), holes, json.number("count"), ContentHash.parse(json.text("xor")));
    }
}
