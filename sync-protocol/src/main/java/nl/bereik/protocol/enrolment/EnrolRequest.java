package nl.bereik.protocol.enrolment;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A phone asks to become an install. Signed, as every request, with the key that it brings; safe to send again with
 * the same key.
 *
 * @param code the one-time code, as {@link EnrolmentCode#text()}
 * @param publicKey the install's public key as a JWK (EC, P-256)
 */
public record EnrolRequest(String code, JsonObject publicKey) {

    public byte[] encode() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("code", code);
        members.put("publicKey", publicKey);
        return JsonObject.of(members).bytes();
    }

    /** @throws nl.bereik.protocol.json.MalformedJsonException when the text is not such a request */
    public static EnrolRequest decode(byte[] utf8) {
        JsonObject json = Json.readObject(utf8);
        return new EnrolRequest(json.text("code"), json.object("publicKey"));
    }

    /** Hides the code from logs. */
    @Override
    public String toString() {
        return "EnrolRequest";
    }
}
