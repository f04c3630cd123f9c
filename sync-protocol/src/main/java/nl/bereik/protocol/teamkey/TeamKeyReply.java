package nl.bereik.protocol.teamkey;

import java.util.Map;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;

/**
 * What became of a {@link TeamKeyPost}.
 *
 * @param taken false when what was handed did not count: another key came first, or another phone is the keeper
 */
public record TeamKeyReply(boolean taken) {

    public byte[] encode() {
        return JsonObject.of(Map.of("taken", taken)).bytes();
    }

    /** @throws IllegalArgumentException when the text is no such reply */
    public static TeamKeyReply decode(byte[] utf8) {
        return new TeamKeyReply(Json.readObject(utf8).flag("taken"));
    }
}
