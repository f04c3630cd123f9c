package nl.bereik.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server's own settings, {@code bereik.*}.
 *
 * @param data the folder for the embedded store, {@code reference.json} and {@code first-start.json}
 * @param team the id of the team that phones enrol for
 */
@ConfigurationProperties("bereik")
public record BereikProperties(
        @DefaultValue("bereik-data") Path data,
        @DefaultValue Mongo mongo,
        @DefaultValue("team") String team) {

    /**
     * A MongoDB elsewhere.
     *
     * @param uri null for the embedded store; without a database in it, {@code bereik} is used
     */
    public record Mongo(@Nullable String uri) {}
}
