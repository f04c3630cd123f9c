package nl.bereik.server.target;

import java.util.List;
import java.util.Map;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Teams;
import nl.bereik.server.state.StateSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Gives each phone the targets of its team's region whose period runs or has ended not long ago, as they were counted
 * last: one read of a small collection, and no figures.
 */
@Component
final class TargetsOfTeam implements StateSource {
    private final TargetStore store;
    private final TargetCounting counting;
    private final Teams teams;

    TargetsOfTeam(TargetStore store, TargetCounting counting, Teams teams) {
        this.store = store;
        this.counting = counting;
        this.teams = teams;
    }

    @Override
    public Flux<StateRecord> of(Install install) {
        return Flux.fromStream(() -> teams.regions().entrySet().stream()
                        .filter(region -> region.getValue().contains(install.team()))
                        .map(Map.Entry<String, List<String>>::getKey)
                        // Two would give two records of one id.
                        .limit(1))
                .concatMap(store::of)
                .filter(counting::isCurrent)
                .map(target -> target.progress().record());
    }
}
