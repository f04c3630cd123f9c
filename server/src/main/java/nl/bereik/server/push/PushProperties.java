package nl.bereik.server.push;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How phones are nudged, {@code bereik.push.*}.
 *
 * @param credentials the service account's JSON file; null to send nothing
 * @param title what every push says; neutral, for it is shown on a locked phone
 * @param body the same
 */
@ConfigurationProperties("bereik.push")
public record PushProperties(
        @Nullable Path credentials,
        @DefaultValue("Bereik") String title,
        @DefaultValue("Nieuw bericht") String body) {
    private static final int LONGEST = 60;

    public PushProperties {
        require("title", title);
        require("body", body);
    }

    /** Attach puts the words into JSON as they are. */
    private static void require(String name, String words) {
        if (words.isBlank()
                || words.length() > LONGEST
                || words.chars().anyMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c))) {
            throw new IllegalArgumentException("bereik.push." + name + " is one line of at most " + LONGEST
                    + " characters, without quotation marks and backslashes");
        }
    }

    /** Hides where the credentials are from logs. */
    @Override
    public String toString() {
        return "PushProperties[" + title + ", " + body + "]";
    }
}
