package nl.bereik.protocol.sync;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What an install signs with its own key for every request: a compact JWS (ES256, {@code kid} the install's id) in the
 * header {@value #HEADER}. It comes in two forms. Attached, {@code typ} {@value #TYPE}: the payload is {@link #encode}.
 * Detached, {@code typ} {@value #DETACHED_TYPE}: {@code iat} and {@code jti} stand in the JWS header, and the payload
 * is {@link #target}, which is not sent because the server can make it from the request.
 *
 * @param method the HTTP method, upper case
 * @param path the path and, if any, the query as sent, for example {@code /sync/v1/push}
 * @param bodyHash SHA-256 of the body's bytes as sent (so after compression), base64url without padding
 * @param issuedAt the phone's clock, whole seconds
 * @param nonce never used before by this install
 */
public record RequestProof(String method, String path, String bodyHash, Instant issuedAt, String nonce) {
    public static final String HEADER = "Bereik-Proof";
    public static final String TYPE = "bereik-proof+jwt";
    public static final String DETACHED_TYPE = "bp";

    /** How far the phone's clock may be behind the server's, the way of the request included. */
    public static final Duration MAX_BEHIND = Duration.ofMinutes(5);

    /** How far the phone's clock may be ahead of the server's. */
    public static final Duration MAX_AHEAD = Duration.ofMinutes(1);

    public RequestProof {
        issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The hash of a body as sent; that of no bytes when there is no body. */
    public static String hash(byte[] body) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ContentHash.sha256().digest(body));
    }

    /** Members as in DPoP (RFC 9449): {@code htm}, {@code htu}, {@code bh}, {@code iat} in seconds, {@code jti}. */
    public byte[] encode() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("htm", method);
        members.put("htu", path);
        members.put("bh", bodyHash);
        members.put("iat", issuedAt.getEpochSecond());
        members.put("jti", nonce);
        return JsonObject.of(members).bytes();
    }

    /** The payload of the detached form: method, path and hash of the body, a line each. */
    public static byte[] target(String method, String path, String bodyHash) {
        return (method + '\n' + path + '\n' + bodyHash).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException when the text is not such a payload */
    public static RequestProof decode(byte[] utf8) {
        JsonObject json = Json.readObject(utf8);
        try {
            return new RequestProof(
                    json.text("htm"),
                    json.text("htu"),
                    json.text("bh"),
                    Instant.ofEpochSecond(json.number("iat")),
                    json.text("jti"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("iat is out of range", e);
        }
    }
}
