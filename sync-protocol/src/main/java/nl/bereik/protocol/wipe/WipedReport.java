package nl.bereik.protocol.wipe;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A phone has erased itself as ordered. Not signed, for its key is gone.
 *
 * @param installId the install that it was
 * @param token as it came with the order
 */
public record WipedReport(String installId, String token) {
    public byte[] encode() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("installId", installId);
        members.put("token", token);
        return JsonObject.of(members).bytes();
    }

    /** @throws IllegalArgumentException when the text is no such report */
    public static WipedReport decode(byte[] utf8) {
        JsonObject json = Json.readObject(utf8);
        return new WipedReport(json.text("installId"), json.text("token"));
    }

    /** Hides the token from logs. */
    @Override
    public String toString() {
        return "WipedReport[" + installId + "]";
    }
}
