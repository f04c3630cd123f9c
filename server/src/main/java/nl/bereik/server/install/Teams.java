package nl.bereik.server.install;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.access.Scope;
import nl.bereik.server.web.RefusedException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The teams there are; at least one.
 *
 * @param regions the ids of the teams of each region, in the order of the configuration
 */
public record Teams(Map<String, List<String>> regions) {
    public Teams {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        regions.forEach((region, teams) -> copy.put(region, List.copyOf(teams)));
        regions = copy;
        if (regions.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("there is at least one team");
        }
    }

    /** Teams of one region. */
    public Teams(List<String> ids) {
        this(Map.of("region", ids));
    }

    /** The ids of all teams, each once. */
    public List<String> ids() {
        return regions.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** The ids of the teams of these regions; a region that is no longer configured has none. */
    public List<String> of(Collection<String> someRegions) {
        return someRegions.stream()
                .flatMap(region -> regions.getOrDefault(region, List.of()).stream())
                .distinct()
                .toList();
    }

    /**
     * The team chosen for something new, the first that one may see when none is. Never empty. Errors with
     * {@link RefusedException} NOT_FOUND outside the scope, as when there is no such team.
     */
    public Mono<String> chosen(Scope scope, @Nullable String chosen) {
        List<String> seen = within(scope);
        return Mono.justOrEmpty(
                        chosen == null
                                ? seen.stream().findFirst()
                                : Optional.of(chosen).filter(seen::contains))
                .switchIfEmpty(Mono.error(() -> new RefusedException(Reason.NOT_FOUND, "team")));
    }

    /** The ids of the teams that somebody may see. */
    public List<String> within(Scope scope) {
        return scope.within(ids());
    }
}
