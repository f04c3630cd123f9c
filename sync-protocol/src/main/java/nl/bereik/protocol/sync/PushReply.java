package nl.bereik.protocol.sync;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a push.
 *
 * @param serverTime the server's clock, whole seconds, so that a phone can tell how wrong its own is
 * @param outcomes one per element, in batch order; an id that is missing has not been acknowledged
 * @param custody what the server holds of this install after the push
 */
public record PushReply(Instant serverTime, List<ItemOutcome> outcomes, Custody custody) {

    public PushReply {
        serverTime = serverTime.truncatedTo(ChronoUnit.SECONDS);
        outcomes = List.copyOf(outcomes);
    }

    public byte[] encode() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("serverTime", serverTime.toString());
        members.put("outcomes", outcomes.stream().map(ItemOutcome::toJson).toList());
        members.put("custody", custody.toJson());
        return JsonObject.of(members).bytes();
    }

    /** @throws IllegalArgumentException when the text is not a reply of this version */
    public static PushReply decode(byte[] utf8) {
        JsonObject json = Json.readObject(utf8);
        return new PushReply(
                WireTime.parse(json.text("serverTime")),
                json.list("outcomes", JsonObject.class).stream()
                        .map(ItemOutcome::fromJson)
                        .toList(),
                Custody.fromJson(json.object("custody")));
    }
}
