package nl.bereik.mobile.sync;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP reply, read whole.
 *
 * @param headers names in any case
 * @param body after decompression
 */
public record WireReply(int status, Map<String, String> headers, byte[] body) {
    public WireReply {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = copy;
    }

    @Nullable String header(String name) {
        return headers.get(name);
    }

    /** How long the server asks to wait; zero when it does not. */
    Duration retryAfter() {
        String seconds = header("Retry-After");
        return seconds != null && seconds.matches("[0-9]{1,4}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : Duration.ZERO;
    }
}
