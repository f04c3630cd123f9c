package nl.bereik.protocol.push;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A phone tells where it can be nudged, {@code {"token", "platform"}}. Told anew whenever the token changes; safe to
 * send again.
 *
 * @param token as the phone got it; null when it no longer wants to be nudged
 */
public record PushTokenPost(@Nullable String token, Platform platform) {
    /** Characters of a token, at the most. */
    public static final int MAX_LENGTH = 4096;

    public PushTokenPost {
        if (token != null
                && (token.isEmpty()
                        || token.length() > MAX_LENGTH
                        || !token.chars().allMatch(PushTokenPost::mayBeInAToken))) {
            throw new IllegalArgumentException("not a token");
        }
    }

    private static boolean mayBeInAToken(int c) {
        return c > ' ' && c < 0x7f;
    }

    /** The token is always written, also when it is null, so that an empty body removes nothing. */
    public byte[] encode() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("token", token);
        members.put("platform", platform.name());
        return JsonObject.of(members).bytes();
    }

    /** @throws IllegalArgumentException when the text is no such post */
    public static PushTokenPost decode(byte[] utf8) {
        JsonObject json = Json.readObject(utf8);
        if (!json.members().containsKey("token")) {
            throw new IllegalArgumentException("\"token\" is missing");
        }
        return new PushTokenPost(json.optionalText("token"), Platform.valueOf(json.text("platform")));
    }

    /** Whether what is told of the platform can be read. */
    public static boolean hasPlatform(JsonObject json) {
        return Arrays.stream(Platform.values())
                .anyMatch(platform -> platform.name().equals(json.get("platform")));
    }

    /** Hides the token from logs. */
    @Override
    public String toString() {
        return "PushTokenPost[" + (token == null ? "none" : "some") + ", " + platform + "]";
    }
}
