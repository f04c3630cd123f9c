package nl.bereik.server.need;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

final class NeedBellTest {
    private final MemoryRings rings = new MemoryRings();

    @Test
    void ringsAtOnceHereAndWithinASecondElsewhere() {
        NeedBell here = new NeedBell(rings);
        NeedBell there = new NeedBell(rings);
        StepVerifier.withVirtualTime(() -> there.rings())
                .expectSubscription()
                .thenAwait(Duration.ofMillis(100))
                .then(() -> here.ring("north").block())
                .thenAwait(Duration.ofSeconds(1))
                .expectNext("north")
                .then(() -> there.ring("south").block())
                .expectNext("south")
                .thenCancel()
                .verify();
    }

    @Test
    void whatRangBeforeAnybodyListenedIsNoNews() {
        NeedBell bell = new NeedBell(rings);
        bell.ring("north").block();
        StepVerifier.withVirtualTime(() -> bell.rings())
                .expectSubscription()
                .expectNoEvent(Duration.ofSeconds(5))
                .thenCancel()
                .verify();
    }

    @Test
    void aStoreThatDoesNotAnswerHoldsNobodyUp() {
        NeedBell bell = new NeedBell(new Rings() {
            @Override
            public Mono<Void> add(String team) {
                return Mono.error(new IllegalStateException("away"));
            }

            @Override
            public Mono<Map<String, Long>> counts() {
                return Mono.error(new IllegalStateException("away"));
            }
        });
        StepVerifier.withVirtualTime(
                        () -> Flux.merge(bell.rings(), bell.ring("north").cast(String.class)))
                .expectSubscription()
                .expectNext("north")
                .thenAwait(Duration.ofSeconds(3))
                .thenCancel()
                .verify();
    }
}
