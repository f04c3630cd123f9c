package nl.bereik.protocol.enrolment;

import java.util.Map;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;

/**
 * An install asks to go on under a new key and number its items anew, because it found that it was restored from a
 * backup. Signed with its old key; answered as an enrolment; safe to send again with the same key.
 *
 * @param publicKey the new public key as a JWK (EC, P-256)
 */
public record RenewRequest(JsonObject publicKey) {

    public byte[] encode() {
        return JsonObject.of(Map.of("publicKey", publicKey)).bytes();
    }

    /** @throws nl.bereik.protocol.json.MalformedJsonException when the text is not such a request */
    public static RenewRequest decode(byte[] utf8) {
        return new RenewRequest(Json.readObject(utf8).object("publicKey"));
    }
}
