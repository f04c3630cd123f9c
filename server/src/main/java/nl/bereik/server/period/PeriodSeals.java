package nl.bereik.server.period;

import java.time.Instant;
import nl.bereik.protocol.reach.ReportingPeriod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The seals of half-years; a port. What completes is durable. Publishers error with StoreUnavailableException. */
public interface PeriodSeals {
    /** All of them, in no order. */
    Flux<PeriodSeal> all();

    /** Begins sealing a half-year unless that has begun; the seal as it is then. Never empty. */
    Mono<PeriodSeal> begin(ReportingPeriod halfYear, String by, Instant at);

    /** Notes that the tallies are final, of a half-year of which sealing has begun; repeatable. */
    Mono<Void> finish(ReportingPeriod halfYear);
}
