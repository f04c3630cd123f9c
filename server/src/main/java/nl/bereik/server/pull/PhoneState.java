package nl.bereik.server.pull;

import java.util.List;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.server.install.Install;
import nl.bereik.server.state.StateSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All that a phone pulls, from every feature. */
@Component
final class PhoneState {
    private final List<StateSource> sources;

    PhoneState(List<StateSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Never empty. Errors with StoreUnavailableException. */
    Mono<List<StateRecord>> of(Install install) {
        return Flux.fromIterable(sources)
                .concatMap(source -> source.of(install))
                .collectList();
    }
}
