package nl.bereik.server.teamkey;

import java.util.List;
import nl.bereik.server.install.Install;
import reactor.core.publisher.Mono;

/** Whose phone keeps the team's key; a port, filled by the accounts. */
@FunctionalInterface
interface Coordinators {
    /**
     * The first of these phones that a coordinator carries, else the first of all; empty when there is none. Errors
     * with StoreUnavailableException.
     */
    Mono<Install> firstOf(List<Install> phones);
}
