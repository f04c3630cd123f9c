package nl.bereik.server.doorbell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.bereik.server.TestPhone;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import nl.bereik.server.install.MemoryInstalls;
import nl.bereik.server.store.StoreUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

final class DoorbellsTest {
    private static final String RING = "changed";
    private static final String BEAT = "beat";

    private final Installs installs = new MemoryInstalls();
    private final Install phone = new TestPhone().install("north");
    private final Sinks.Many<String> needs = Sinks.many().multicast().directBestEffort();

    @BeforeEach
    void enrolled() {
        installs.add(phone).block();
    }

    private Flux<String> heard(Doorbells doorbells) {
        return doorbells.at(phone).map(event -> {
            assertThat(event.data()).isIn(null, "");
            assertThat(event.id()).isNull();
            return event.event() == null ? BEAT : event.event();
        });
    }

    private Flux<String> heard() {
        return heard(new Doorbells(needs.asFlux(), installs));
    }

    @Test
    void ringsOnceListenedForAndThenForTheOwnTeamOnly() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        List<String> all = new ArrayList<>();
        Disposable listening = heard().subscribe(all::add);
        try {
            assertThat(all).containsExactly(RING);
            time.advanceTimeBy(Doorbells.BETWEEN_RINGS);
            needs.tryEmitNext("south");
            time.advanceTimeBy(Duration.ofSeconds(5));
            assertThat(all).containsExactly(RING);
            needs.tryEmitNext("north");
            assertThat(all).containsExactly(RING, RING);
        } finally {
            listening.dispose();
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void manyChangesAtOnceRingTwice() {
        StepVerifier.withVirtualTime(this::heard)
                .expectNext(RING)
                .thenAwait(Doorbells.BETWEEN_RINGS)
                .then(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        needs.tryEmitNext("north");
                    }
                })
                .expectNext(RING)
                .expectNoEvent(Doorbells.BETWEEN_RINGS.minusMillis(1))
                .thenAwait(Duration.ofMillis(1))
                .expectNext(RING)
                .expectNoEvent(Duration.ofSeconds(5))
                .thenCancel()
                .verify();
    }

    @Test
    void isStillThereEveryTwentySecondsAndEndsAfterAWhile() {
        StepVerifier.withVirtualTime(this::heard)
                .expectNext(RING)
                .thenAwait(Doorbells.LONGEST)
                .expectNextCount(Doorbells.LONGEST.dividedBy(Doorbells.STILL_THERE) - 1)
                .thenConsumeWhile(BEAT::equals)
                .verifyComplete();
    }

    @Test
    void aRevokedPhoneHearsNothingFromTheNextBeatOn() {
        StepVerifier.withVirtualTime(this::heard)
                .expectNext(RING)
                .thenAwait(Doorbells.STILL_THERE)
                .expectNext(BEAT)
                .then(() -> installs.revoke(phone.id(), Instant.EPOCH).block())
                .thenAwait(Doorbells.STILL_THERE)
                .verifyComplete();
    }

    @Test
    void aStoreThatDoesNotAnswerLeavesPhonesListening() {
        Installs away = (Installs) Proxy.newProxyInstance(
                Installs.class.getClassLoader(),
                new Class<?>[] {Installs.class},
                (proxy, method, arguments) ->
                        Mono.error(new StoreUnavailableException(new IllegalStateException("away"))));
        StepVerifier.withVirtualTime(() -> heard(new Doorbells(needs.asFlux(), away)))
                .expectNext(RING)
                .thenAwait(Doorbells.STILL_THERE)
                .expectNext(BEAT)
                .thenCancel()
                .verify();
    }

    @Test
    void theEndOfTheServerIsTheEndOfListening() {
        Doorbells doorbells = new Doorbells(needs.asFlux(), installs);
        StepVerifier.withVirtualTime(() -> heard(doorbells))
                .expectNext(RING)
                .then(doorbells::close)
                .verifyComplete();
    }
}
