package nl.bereik.protocol.sync;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A request refused as a whole, told as an RFC 9457 problem ({@value #MEDIA_TYPE}).
 *
 * @param reason stable over versions; clients act on it
 * @param field what of the request is meant, or null
 * @param serverTime the server's clock, so that a phone whose clock is wrong can mend its proof and try once more
 */
public record Refusal(Reason reason, @Nullable String field, Instant serverTime) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Why a request is refused as a whole, with the HTTP status that says so. */
    public enum Reason {
        BROKEN_GZIP(400),
        BROKEN_JSON(400),
        MISSING_FIELD(400),
        WRONG_TYPE(400),
        UNKNOWN_PERIOD(400),
        /** No proof, or one that does not fit the request. */
        WRONG_SIGNATURE(401),
        /** The proof's time is too far from the server's. */
        CLOCK_SKEW(401),
        /** The proof was used before. */
        REPLAYED(401),
        UNKNOWN_INSTALL(401),
        REVOKED_INSTALL(403),
        /** Revoked, and the phone is to erase itself; see {@link SyncPaths#ORDERS}. */
        WIPE_ORDERED(403),
        NOT_SIGNED_IN(401),
        NOT_ALLOWED(403),
        UNKNOWN_CODE(403),
        USED_CODE(403),
        EXPIRED_CODE(403),
        NOT_FOUND(404),
        METHOD_NOT_ALLOWED(405),
        NOT_ACCEPTABLE(406),
        /** There is an account of this name already. */
        NAME_TAKEN(409),
        /** Nobody would be left who can run everything. */
        LAST_COORDINATOR(409),
        BODY_TOO_LARGE(413),
        TOO_MANY_ITEMS(413),
        UNSUPPORTED_MEDIA_TYPE(415),
        /** The coordinator has not yet approved the install. */
        NOT_APPROVED(425),
        TOO_MANY_REQUESTS(429),
        SERVER_FAULT(500),
        STORE_UNAVAILABLE(503);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }
    }

    /** {@code {"type", "title", "status", "reason", "field", "serverTime"}}; the title is for logs, in English. */
    public byte[] encode() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        members.put("status", reason.status());
        members.put("reason", reason.name());
        if (field != null) {
            members.put("field", field);
        }
        members.put("serverTime", serverTime.toString());
        return JsonObject.of(members).bytes();
    }

    /**
     * Reads a refusal. A reason that this version does not know reads as the first of its own with the same status.
     *
     * @throws IllegalArgumentException when the text is no refusal
     */
    public static Refusal decode(byte[] utf8) {
        JsonObject json = Json.readObject(utf8);
        return new Refusal(
                reason(json.text("reason"), json.number("status")),
                json.optionalText("field"),
                WireTime.parse(json.text("serverTime")));
    }

    private static Reason reason(String name, long status) {
        Reason alike = Reason.SERVER_FAULT;
        for (Reason reason : Reason.values()) {
            if (reason.name().equals(name)) {
                return reason;
            }
            if (reason.status == status && alike == Reason.SERVER_FAULT) {
                alike = reason;
            }
        }
        return alike;
    }
}
