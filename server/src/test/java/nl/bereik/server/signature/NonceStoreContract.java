package nl.bereik.server.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What every {@link NonceStore} must do. */
abstract class NonceStoreContract {
    private static final Instant UNTIL = Instant.parse("2025-06-01T12:05:01Z");

    abstract NonceStore store();

    @Test
    void usesANonceOnce() {
        assertThat(store().use("phone a", UNTIL).block()).isTrue();
        assertThat(store().use("phone a", UNTIL.plusSeconds(1)).block()).isFalse();
        assertThat(store().use("other a", UNTIL).block()).isTrue();
    }

    @Test
    void ofManyAtOnceOneUsesIt() {
        for (int round = 0; round < 20; round++) {
            String nonce = "phone " + round;
            Long used = Flux.fromStream(IntStream.range(0, 16).boxed())
                    .flatMap(i -> store().use(nonce, UNTIL).subscribeOn(Schedulers.parallel()))
                    .filter(first -> first)
                    .count()
                    .block();
            assertThat(used).isEqualTo(1);
        }
    }

    @Test
    void forgetsWhatNobodyAsksForAnyMore() {
        store().use("old", UNTIL).block();
        store().use("young", UNTIL.plusSeconds(1)).block();
        store().forget(UNTIL).block();
        store().forget(UNTIL).block();
        assertThat(store().use("old", UNTIL).block()).isTrue();
        assertThat(store().use("young", UNTIL).block()).isFalse();
    }
}
