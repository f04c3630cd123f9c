package nl.bereik.protocol.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.json.MalformedJsonException;

/**
 * What a phone has of its slice: {@code {"known": [[id, rev], ...]}}.
 *
 * @param known revisions by id
 */
public record StateRequest(Map<String, String> known) {
    public StateRequest {
        known = Map.copyOf(known);
    }

    public byte[] encode() {
        List<List<String>> pairs = known.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> List.of(entry.getKey(), entry.getValue()))
                .toList();
        return JsonObject.of(Map.of("known", pairs)).bytes();
    }

    /** @throws MalformedJsonException when the text is not such a list */
    public static StateRequest decode(byte[] utf8) {
        Map<String, String> known = new LinkedHashMap<>();
        for (List<?> pair : Json.readObject(utf8).list("known", List.class)) {
            if (pair.size() != 2 || !(pair.get(0) instanceof String id) || !(pair.get(1) instanceof String rev)) {
                throw new MalformedJsonException("\"known\" holds something else than pairs of id and rev");
            }
            known.put(id, rev);
        }
        return new StateRequest(known);
    }
}
