package nl.bereik.protocol.wipe;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What the server wants of a locked phone.
 *
 * @param wipe a token: the phone is to erase itself, and then to show the token; null when nothing is wanted
 */
public record Orders(@Nullable String wipe) {
    public static final Orders NONE = new Orders(null);

    public byte[] encode() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (wipe != null) {
            members.put("wipe", wipe);
        }
        return JsonObject.of(members).bytes();
    }

    /** @throws IllegalArgumentException when the text is not such a reply */
    public static Orders decode(byte[] utf8) {
        return new Orders(Json.readObject(utf8).optionalText("wipe"));
    }

    /** Hides the token from logs. */
    @Override
    public String toString() {
        return wipe == null ? "Orders[]" : "Orders[wipe]";
    }
}
