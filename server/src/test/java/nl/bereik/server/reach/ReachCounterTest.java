package nl.bereik.server.reach;

import static nl.bereik.server.ContactSamples.DAY;
import static nl.bereik.server.ContactSamples.contact;
import static nl.bereik.server.ContactSamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.FaultLine;
import nl.bereik.server.access.Scope;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.install.Teams;
import nl.bereik.server.period.MemoryPeriodSeals;
import nl.bereik.server.period.PeriodSeals;
import nl.bereik.server.period.TeamDay;
import nl.bereik.server.store.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

final class ReachCounterTest {
    private static final ReportingPeriod PERIOD = ReportingPeriod.parse("2025S1");

    private final MemoryContactStore contacts = new MemoryContactStore();
    private final MemoryTallyStore tallies = new MemoryTallyStore();
    private final MemoryPeriodSeals seals = new MemoryPeriodSeals();

    @Test
    void countsWhatArrived() {
        arrive(1, 3);
        StepVerifier.create(counter().turn())
                .expectNext(new ReachCounter.Turn(1, 1))
                .verifyComplete();
        StepVerifier.create(counter().turn())
                .expectNext(new ReachCounter.Turn(0, 0))
                .verifyComplete();
        assertThat(figures().counts().contacts()).isEqualTo(3);
    }

    @Test
    void foldsADayAgainWhenMoreArrives() {
        arrive(1, 3);
        counter().turn().block();
        arrive(4, 5);
        assertThat(figures().counts().contacts()).isEqualTo(5);
        assertThat(figures().counts().contacts()).isEqualTo(5);
    }

    @Test
    void settlesABacklogOfYearsInBoundedTurns() {
        LongStream.rangeClosed(1, 400)
                .forEach(i -> contacts.insert(List.of(stored(i, "team", contact(DAY.minusDays(i), Channel.STREET))))
                        .block());
        assertThat(counter().turn().block()).isEqualTo(new ReachCounter.Turn(64, 64));
        assertThat(new SettledFigures(counter(), tallies, new Teams(List.of("team")))
                        .settle()
                        .block())
                .isEqualTo(400 - 64);
    }

    @Test
    void figuresThatLackSomethingAreNotGiven() {
        arrive(1, 3);
        ContactStore neverMarked = (ContactStore) Proxy.newProxyInstance(
                ContactStore.class.getClassLoader(),
                new Class<?>[] {ContactStore.class},
                (proxy, method, arguments) ->
                        method.getName().equals("markCounted") ? Mono.empty() : method.invoke(contacts, arguments));
        ReachCounter counter =
                new ReachCounter(neverMarked, List.of(), tallies, new MemoryPeriodSeals(), new Random(1));
        StepVerifier.create(
                        new SettledFigures(counter, tallies, new Teams(List.of("team"))).of(Scope.EVERYWHERE, PERIOD))
                .verifyError(StoreUnavailableException.class);
    }

    /** Another counts what a turn is about to look at; what is behind that has to be counted all the same. */
    @Test
    void whatAnotherCountsMeanwhileDoesNotEndTheCounting() {
        LongStream.rangeClosed(1, 400)
                .forEach(i -> contacts.insert(List.of(stored(i, "team", contact(DAY.minusDays(i), Channel.STREET))))
                        .block());
        AtomicBoolean first = new AtomicBoolean(true);
        ContactStore slow = (ContactStore) Proxy.newProxyInstance(
                ContactStore.class.getClassLoader(),
                new Class<?>[] {ContactStore.class},
                (proxy, method, arguments) -> {
                    Object answer = method.invoke(contacts, arguments);
                    return method.getName().equals("uncountedDays") && first.getAndSet(false)
                            ? ((Mono<?>) answer).delayUntil(days -> counter().turn())
                            : answer;
                });
        ReachCounter counter = new ReachCounter(slow, List.of(), tallies, seals, new Random(1));
        ReachFigures figures = new SettledFigures(counter, tallies, new Teams(List.of("team")))
                .of(Scope.EVERYWHERE, ReportingPeriod.parse("2024-2025"))
                .blockOptional()
                .orElseThrow();
        assertThat(figures.counts().contacts()).isEqualTo(400);
    }

    /** While a half-year is being sealed much may arrive for it: that waits, and what is behind it does not. */
    @Test
    void whatWaitsForASealKeepsNothingElseWaiting() {
        List<TeamDay> closed = LongStream.rangeClosed(1, 150)
                .mapToObj(i -> new TeamDay("team", DAY.minusDays(i)))
                .toList();
        tallies.close(Set.copyOf(closed)).block();
        for (int i = 0; i < closed.size(); i++) {
            contacts.insert(List.of(stored(i + 1L, "team", contact(closed.get(i).day(), Channel.STREET))))
                    .block();
        }
        arrive(1_000, 1_002);
        assertThat(figures().counts().contacts()).isEqualTo(3);
    }

    @Test
    void sumsAllTeams() {
        contacts.insert(List.of(
                        stored(1, "a", contact(DAY, Channel.STREET)), stored(2, "b", contact(DAY, Channel.ONLINE))))
                .block();
        ReachFigures figures = new SettledFigures(counter(), tallies, new Teams(List.of("a", "b")))
                .of(Scope.EVERYWHERE, PERIOD)
                .blockOptional()
                .orElseThrow();
        assertThat(figures.counts().contacts()).isEqualTo(2);
    }

    @Test
    void ringsWhenFiguresChange() {
        SettledFigures figures = new SettledFigures(counter(), tallies, new Teams(List.of("team")));
        StepVerifier.withVirtualTime(() -> figures.changes().take(1))
                .then(() -> {
                    arrive(1, 1);
                    figures.settle().block();
                    figures.settle().block();
                })
                .thenAwait(Duration.ofSeconds(1))
                .expectNext(true)
                .verifyComplete();
    }

    @Test
    void aStopBetweenAnyTwoStepsIsHealedByTheNextTurn() {
        int steps = 0;
        for (int fault = 0; fault <= 2 * steps + 1; fault++) {
            ReachCounterTest fresh = new ReachCounterTest();
            fresh.arrive(1, 3);
            fresh.counter().turn().block();
            fresh.arrive(4, 5);
            FaultLine line = new FaultLine(fault);
            new ReachCounter(
                            line.around(ContactStore.class, fresh.contacts),
                            List.of(),
                            line.around(TallyStore.class, fresh.tallies),
                            line.around(PeriodSeals.class, fresh.seals),
                            new Random(1))
                    .turn()
                    .onErrorComplete()
                    .block();
            steps = Math.max(steps, line.calls());
            assertThat(fresh.figures().counts().contacts())
                    .as("fault %d", fault)
                    .isEqualTo(5);
            assertThat(fresh.contacts.uncountedDays(1).block()).isEmpty();
        }
        assertThat(steps).isEqualTo(6);
    }

    /** One reads the day, then another counts a contact more, then the first wants to write what it read. */
    @Test
    void ofTwoInstancesTheOneThatReadLessCannotWin() {
        arrive(1, 1);
        assertThat(raceWith(tallies)).isEqualTo(new ReachCounter.Turn(1, 0));
        assertThat(figures().counts().contacts()).isEqualTo(2);
    }

    /** The mutant: without the condition on the revision the same race loses a contact. */
    @Test
    void withoutRevisionsTheRaceLosesACount() {
        arrive(1, 1);
        TallyStore careless = new TallyStore() {
            @Override
            public Flux<String> teams() {
                return tallies.teams();
            }

            @Override
            public Mono<Map<TeamDay, Long>> revisions(Set<TeamDay> days) {
                return tallies.revisions(days);
            }

            @Override
            public Mono<Set<TeamDay>> replace(List<Replacement> replacements, String fold) {
                return Flux.fromIterable(replacements)
                        .flatMap(replacement -> tallies.revisions(Set.of(replacement.teamDay()))
                                .map(now -> new Replacement(
                                        replacement.tally(), now.getOrDefault(replacement.teamDay(), 0L))))
                        .collectList()
                        .flatMap(forced -> tallies.replace(forced, fold));
            }

            @Override
            public Mono<Void> close(Set<TeamDay> days) {
                return tallies.close(days);
            }

            @Override
            public Mono<Void> revise(List<DayTally> revised) {
                return tallies.revise(revised);
            }

            @Override
            public Mono<Void> fix(List<DayTally> last) {
                return tallies.fix(last);
            }

            @Override
            public Flux<DayTally> of(Collection<TeamDay> days) {
                return tallies.of(days);
            }

            @Override
            public Mono<LocalDate> earliest() {
                return tallies.earliest();
            }

            @Override
            public Mono<Long> runningBefore(Set<String> teams, LocalDate day) {
                return tallies.runningBefore(teams, day);
            }
        };
        assertThat(raceWith(careless)).isEqualTo(new ReachCounter.Turn(1, 1));
        assertThat(figures().counts().contacts()).isEqualTo(1);
    }

    private ReachCounter.Turn raceWith(TallyStore ofTheFirst) {
        TallyStore interrupted = new TallyStore() {
            @Override
            public Flux<String> teams() {
                return tallies.teams();
            }

            @Override
            public Mono<Map<TeamDay, Long>> revisions(Set<TeamDay> days) {
                return ofTheFirst.revisions(days);
            }

            @Override
            public Mono<Set<TeamDay>> replace(List<Replacement> replacements, String fold) {
                return Mono.defer(() -> {
                    arrive(2, 2);
                    return counter().turn().then(ofTheFirst.replace(replacements, fold));
                });
            }

            @Override
            public Mono<Void> close(Set<TeamDay> days) {
                return ofTheFirst.close(days);
            }

            @Override
            public Mono<Void> revise(List<DayTally> revised) {
                return tallies.revise(revised);
            }

            @Override
            public Mono<Void> fix(List<DayTally> last) {
                return ofTheFirst.fix(last);
            }

            @Override
            public Flux<DayTally> of(Collection<TeamDay> days) {
                return ofTheFirst.of(days);
            }

            @Override
            public Mono<LocalDate> earliest() {
                return ofTheFirst.earliest();
            }

            @Override
            public Mono<Long> runningBefore(Set<String> teams, LocalDate day) {
                return ofTheFirst.runningBefore(teams, day);
            }
        };
        return new ReachCounter(contacts, List.of(), interrupted, seals, new Random(2))
                .turn()
                .blockOptional()
                .orElseThrow();
    }

    private void arrive(long from, long to) {
        contacts.insert(LongStream.rangeClosed(from, to)
                        .mapToObj(i -> stored(i, "team", contact(DAY, Channel.STREET)))
                        .toList())
                .block();
    }

    private ReachCounter counter() {
        return new ReachCounter(contacts, List.of(), tallies, seals, new Random(3));
    }

    private ReachFigures figures() {
        return new SettledFigures(counter(), tallies, new Teams(List.of("team")))
                .of(Scope.EVERYWHERE, PERIOD)
                .blockOptional()
                .orElseThrow();
    }
}
