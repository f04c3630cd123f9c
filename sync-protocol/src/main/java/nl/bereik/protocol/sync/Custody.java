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

    /** The header in which a reply without a body of its own tells it, as {@link #toHeader}. */
    public static final String HEADER = "Bereik-Custody";

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

    /** {@code through.count.xor}, without the holes. */
    public String toHeader() {
        return through + "." + count + "." + xor;
    }

    /** What a header tells; the holes are not in it. @throws IllegalArgumentException when it is no custody */
    public static Custody fromHeader(String header) {
        String[] parts = header.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a custody");
        }
        return new Custody(Long.parseLong(parts[0]), List.of(), Long.parseLong(parts[1]), ContentHash.parse(parts[2]));
    }

    public static Custody fromJson(JsonObject json) {
        List<Hole> holes =
                json.list("holes", List.class).stream().map(Custody::hole).toList();
        return new Custody(json.number("through"), holes, json.number("count"), ContentHash.parse(json.text("xor")));
    }

    private static Hole hole(List<?> ends) {
        if (ends.size() == 2 && ends.get(0) instanceof Long from && ends.get(1) instanceof Long to) {
            return new Hole(from, to);
        }
        throw new IllegalArgumentException("not a span");
    }
}
