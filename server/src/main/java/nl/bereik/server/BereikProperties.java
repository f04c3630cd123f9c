package nl.bereik.server;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server's own settings, {@code bereik.*}.
 *
 * @param data the folder for the embedded store, {@code reference.json} and {@code first-start.json}
 * @param team the id of the team for which phones enrol unless another is chosen; the first there is unless it is told
 * @param regions the ids of the teams of each region, at least one; a region called {@code region} with {@code team}
 *     when none is told
 */
@ConfigurationProperties("bereik")
public record BereikProperties(Path data, Mongo mongo, String team, Map<String, List<String>> regions) {
    private static final String ONLY = "region";
    private static final String ONE_TEAM = "team";

    @ConstructorBinding
    public BereikProperties(
            @DefaultValue("bereik-data") Path data,
            @DefaultValue Mongo mongo,
            @DefaultValue("") String team,
            @DefaultValue Map<String, List<String>> regions) {
        this.data = data;
        this.mongo = mongo;
        this.regions = regions.isEmpty()
                ? Map.of(ONLY, List.of(team.isEmpty() ? ONE_TEAM : team))
                : new LinkedHashMap<>(regions);
        List<String> all = this.regions.values().stream().flatMap(List::stream).toList();
        if (all.isEmpty() || !(team.isEmpty() || all.contains(team))) {
            throw new IllegalArgumentException("bereik.team must be one of the teams of bereik.regions");
        }
        this.team = team.isEmpty() ? all.get(0) : team;
    }

    /** One region with one team. */
    public BereikProperties(Path data, Mongo mongo, String team) {
        this(data, mongo, team, Map.of());
    }

    /**
     * A MongoDB elsewhere.
     *
     * @param uri null for the embedded store; without a database in it, {@code bereik} is used
     */
    public record Mongo(@Nullable String uri) {}
}
