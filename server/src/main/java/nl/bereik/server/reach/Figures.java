package nl.bereik.server.reach;

import java.time.LocalDate;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.access.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reach figures of teams, up to date with every contact that has been acknowledged. */
public interface Figures {
    /**
     * The exact figures of a period, of the teams within the scope together. Never empty: a period without contacts has
     * figures of zero. Errors with {@code StoreUnavailableException}.
     */
    Mono<ReachFigures> of(Scope scope, ReportingPeriod period);

    /**
     * The same of the days of the period until and with one of them; of none of its days when that lies before it.
     */
    Mono<ReachFigures> until(Scope scope, ReportingPeriod period, LocalDate last);

    /**
     * Rings once whenever figures may have changed on this instance, at most a few times a second, without end. Says
     * nothing about what changed.
     */
    Flux<Boolean> changes();
}
