package nl.bereik.server.state;

import nl.bereik.protocol.state.StateRecord;
import nl.bereik.server.install.Install;
import reactor.core.publisher.Flux;

/** A feature's part of what a phone pulls; a port. */
@FunctionalInterface
public interface StateSource {
    /**
     * The records for this phone, in no order; small and bounded. Ids are unique over all sources. Errors with
     * StoreUnavailableException.
     */
    Flux<StateRecord> of(Install install);
}
