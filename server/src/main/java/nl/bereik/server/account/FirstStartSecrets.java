package nl.bereik.server.account;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What the coordinator needs to begin: the only place where these stand readable.
 *
 * @param enrolmentCode enrols the first phone, as shown to people
 */
record FirstStartSecrets(String account, String password, ApiKey apiKey, String enrolmentCode) {

    byte[] encode() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("account", account);
        members.put("password", password);
        members.put("apiKey", apiKey.text());
        members.put("enrolmentCode", enrolmentCode);
        return JsonObject.of(members).bytes();
    }

    /** @throws nl.bereik.protocol.json.MalformedJsonException when the text is not whole */
    static FirstStartSecrets decode(byte[] utf8) {
        JsonObject json = Json.readObject(utf8);
        return new FirstStartSecrets(
                json.text("account"),
                json.text("password"),
                new ApiKey(json.text("apiKey")),
                json.text("enrolmentCode"));
    }

    /** Hides the secrets from logs. */
    @Override
    public String toString() {
        return "FirstStartSecrets";
    }
}
