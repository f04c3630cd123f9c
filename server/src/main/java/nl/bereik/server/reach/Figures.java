package nl.bereik.server.reach;

import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.access.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reach figures of teams, up to date with every contact that has been acknowledged. */
public interface Figures {
    /**
     * The exact figures of a period, of the teams within the scope together. Never empty: a period without contacts has figures of zero. Errors with
     * {@code StoreUnavailableException}.
     */
    Mono<ReachFigures> of(Scope scope, ReportingPeriod period);

    /**
     * Rings once whenever figures may have changed on this instance, at most a few times a second, without end. Says
     * nothing about what changed.
     */
    Flux<Boolean> changes();
}
