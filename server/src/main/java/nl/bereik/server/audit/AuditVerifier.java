package nl.bereik.server.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Checks the whole chain, some entries at a time; others may go on appending. */
@Component
final class AuditVerifier {
    private static final Logger LOG = LoggerFactory.getLogger(AuditVerifier.class);
    private static final int STEP = 1000;
    private static final int TOLD_EVERY = 100_000;

    private final AuditStore store;
    private final Clock clock;

    AuditVerifier(AuditStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Checks from the first entry on and keeps what it came to. Never empty. Errors with StoreUnavailableException.
     *
     * @param noted a head that was kept elsewhere; null when there is none at hand
     */
    Mono<Verification> verify(@Nullable AuditHead noted) {
        return look(noted).flatMap(found -> store.keep(last(found)).thenReturn(found));
    }

    /** As {@link #verify}, and leaves the store as it is. */
    Mono<Verification> look(@Nullable AuditHead noted) {
        // The head and the size first: what is appended meanwhile may make the chain longer than they say, never
        // shorter.
        return Mono.zip(store.head(), store.size()).flatMap(before -> {
            List<AuditHead> expected = new ArrayList<>(List.of(before.getT1()));
            if (noted != null) {
                expected.add(noted);
            }
            return Mono.just(ChainCheck.start(expected))
                    .expand(check -> check.done() ? Mono.empty() : step(check))
                    .last()
                    .map(check -> check.verdict(before.getT2()));
        });
    }

    private Mono<ChainCheck> step(ChainCheck check) {
        long from = check.at().number() + 1;
        long to = from + STEP - 1;
        return store.between(from, to).collectList().map(found -> {
            if (to % TOLD_EVERY == 0) {
                LOG.info("audit: {} entries looked at", to);
            }
            return check.with(found, to);
        });
    }

    private LastVerification last(Verification found) {
        return found instanceof Verification.Whole whole
                ? new LastVerification(clock.instant(), whole.head().number(), true)
                : new LastVerification(clock.instant(), ((Verification.Broken) found).number() - 1, false);
    }
}
