package nl.bereik.protocol.enrolment;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.teamkey.SealKey;
import org.jspecify.annotations.Nullable;

/**
 * A phone asks to become an install. Signed, as every request, with the key that it brings; safe to send again with
 * the same key.
 *
 * @param code the one-time code, as {@link EnrolmentCode#text()}
 * @param publicKey the install's public key as a JWK (EC, P-256)
 * @param sealKey to which the team's key is sealed; null from a phone of the first version
 */
public record EnrolRequest(
        String code, JsonObject publicKey, @Nullable SealKey sealKey) {

    public byte[] encode() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("code", code);
        members.put("publicKey", publicKey);
        if (sealKey != null) {
            members.put("sealKey", sealKey.text());
        }
        return JsonObject.of(members).bytes();
    }

    /** @throws IllegalArgumentException when the text is not such a request */
    public static EnrolRequest decode(byte[] utf8) {
        JsonObject json = Json.readObject(utf8);
        String sealKey = json.optionalText("sealKey");
        return new EnrolRequest(
                json.text("code"), json.object("publicKey"), sealKey == null ? null : new SealKey(sealKey));
    }

    /** Hides the code from logs. */
    @Override
    public String toString() {
        return "EnrolRequest";
    }
}
