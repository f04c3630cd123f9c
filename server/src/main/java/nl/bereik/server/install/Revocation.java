package nl.bereik.server.install;

import java.time.Instant;
import nl.bereik.server.access.Scope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Revokes phones, and lets go of what was kept for them. Publishers error with StoreUnavailableException. */
@Component
public class Revocation {
    private final Installs installs;
    private final ObjectProvider<Belongings> belongings;

    Revocation(Installs installs, ObjectProvider<Belongings> belongings) {
        this.installs = installs;
        this.belongings = belongings;
    }

    /** As {@link Installs#revoke(Scope, String, Instant)}; doing it again lets go again. */
    public Mono<Boolean> revoke(Scope scope, String id, Instant at) {
        return installs.find(scope, id)
                .flatMap(install -> installs.revoke(scope, id, at).delayUntil(revoked -> letGo(install.phone())))
                .defaultIfEmpty(false);
    }

    private Mono<Void> letGo(String phone) {
        return Flux.defer(() -> Flux.fromStream(belongings.orderedStream()))
                .concatMap(kept -> kept.letGo(phone))
                .then();
    }
}
