package nl.bereik.server.reach;

import java.util.List;
import nl.bereik.server.install.Teams;
import nl.bereik.server.store.StartUpException;
import nl.bereik.server.store.StoreUnavailableException;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Does not let the server start without a team that has figures: those of sealed half-years would lack its part, and
 * nothing of it would ever go.
 */
@Component
final class TeamsWithFigures implements InitializingBean {
    private final TallyStore tallies;
    private final Teams teams;

    TeamsWithFigures(TallyStore tallies, Teams teams) {
        this.tallies = tallies;
        this.teams = teams;
    }

    @Override
    public void afterPropertiesSet() {
        List<String> known = teams.ids();
        List<String> missing = tallies.teams()
                .filter(team -> !known.contains(team))
                .sort()
                .collectList()
                .onErrorMap(StoreUnavailableException.class, e -> new StartUpException("the store does not answer", e))
                .blockOptional()
                .orElse(List.of());
        if (!missing.isEmpty()) {
            throw new StartUpException(
                    "there are figures of " + String.join(", ", missing)
                            + ", which is no team in the configuration: add it to a region of bereik.regions",
                    null);
        }
    }
}
