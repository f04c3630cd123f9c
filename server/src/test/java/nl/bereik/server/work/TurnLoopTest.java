package nl.bereik.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

final class TurnLoopTest {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final Sinks.Many<String> bell = Sinks.many().multicast().directBestEffort();
    private final Deque<Mono<Integer>> answers = new ArrayDeque<>();
    private final AtomicInteger turns = new AtomicInteger();
    private TurnLoop loop;

    @BeforeEach
    void start() {
        VirtualTimeScheduler.set(time);
        loop = new TurnLoop("test", bell.asFlux(), EVERY, this::turn);
        loop.start();
    }

    @AfterEach
    void stop() {
        loop.stop();
        VirtualTimeScheduler.reset();
    }

    private Mono<Integer> turn() {
        turns.incrementAndGet();
        Mono<Integer> answer = answers.poll();
        return answer == null ? Mono.just(0) : answer;
    }

    @Test
    void aRingIsNotKeptWaiting() {
        assertThat(turns).hasValue(0);
        bell.tryEmitNext("ring");
        assertThat(turns).hasValue(1);
    }

    @Test
    void withoutARingItLooksNowAndThen() {
        time.advanceTimeBy(EVERY.minusMillis(1));
        assertThat(turns).hasValue(0);
        time.advanceTimeBy(Duration.ofMillis(1));
        assertThat(turns).hasValue(1);
        time.advanceTimeBy(EVERY);
        assertThat(turns).hasValue(2);
    }

    @Test
    void turnsFollowEachOtherUntilNothingIsLeft() {
        answers.addAll(List.of(Mono.just(32), Mono.just(32), Mono.just(5)));
        bell.tryEmitNext("ring");
        assertThat(turns).hasValue(4);
    }

    @Test
    void aFailureIsLeftToTheNextRing() {
        answers.add(Mono.error(new IllegalStateException("away")));
        bell.tryEmitNext("ring");
        assertThat(turns).hasValue(1);
        bell.tryEmitNext("ring");
        assertThat(turns).hasValue(2);
        assertThat(loop.isRunning()).isTrue();
    }

    @Test
    void whatRingsDuringATurnIsLookedAtAfterIt() {
        Sinks.One<Integer> slow = Sinks.one();
        answers.add(slow.asMono());
        bell.tryEmitNext("first");
        bell.tryEmitNext("second");
        bell.tryEmitNext("third");
        assertThat(turns).as("one at a time").hasValue(1);
        slow.tryEmitValue(0);
        assertThat(turns.get()).isBetween(2, 3);
    }

    @Test
    void aSlowTurnLeavesRoomForAnotherWhereSomeGoOnSideBySide() {
        loop.stop();
        loop = new TurnLoop("test", bell.asFlux(), EVERY, 2, this::turn);
        loop.start();
        Sinks.One<Integer> slow = Sinks.one();
        answers.addAll(List.of(slow.asMono(), Mono.just(1), Mono.just(0), Mono.never()));
        bell.tryEmitNext("slow");
        bell.tryEmitNext("quick");
        assertThat(turns).hasValue(3);
        bell.tryEmitNext("slow too");
        bell.tryEmitNext("one too many");
        assertThat(turns).as("no more than two").hasValue(4);
        slow.tryEmitValue(0);
        assertThat(turns).hasValue(5);
    }

    @Test
    void stoppedItDoesNothing() {
        loop.stop();
        bell.tryEmitNext("ring");
        time.advanceTimeBy(EVERY.multipliedBy(9));
        assertThat(turns).hasValue(0);
        assertThat(loop.isRunning()).isFalse();
    }
}
