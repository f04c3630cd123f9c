package nl.bereik.server.teamkey;

import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.teamkey.TeamKeyState;
import nl.bereik.server.install.Install;
import nl.bereik.server.state.StateSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** What each phone is told of its team's key. */
@Component
final class TeamKeySource implements StateSource {
    private final KeyExchange exchange;

    TeamKeySource(KeyExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public Flux<StateRecord> of(Install install) {
        return exchange.stateOf(install).map(TeamKeyState::record).flux();
    }
}
