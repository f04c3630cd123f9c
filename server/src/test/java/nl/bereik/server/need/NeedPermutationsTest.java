package nl.bereik.server.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.need.Actor;
import nl.bereik.protocol.need.DeclineReason;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedMachine;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Up to five commands of several people, in every order in which they can arrive: each is answered, what was answered
 * as done stands in the history, the history leads to where the need stands, and telling all of it again changes
 * nothing.
 */
final class NeedPermutationsTest {
    private static final int MOST = 5;
    private static final Actor WORKER = new Actor("worker", Set.of());
    private static final Actor ANNA = new Actor("anna", Set.of(Party.CASE_MANAGER));
    private static final Actor BAS = new Actor("bas", Set.of(Party.CASE_MANAGER));
    private static final Actor COORDINATOR = new Actor("coordinator", Set.of(Party.COORDINATOR));

    private final NeedHouse house = new NeedHouse("2025-06-01T12:00:00Z");
    private long number;

    private record Step(int at, NeedAct act, @Nullable String to, Actor by) {
        NeedCommand command(UUID need) {
            return new NeedCommand(need, act, to, act == NeedAct.DECLINE ? DeclineReason.FULL : null);
        }
    }

    private static List<Step> pool() {
        List<Step> pool = new ArrayList<>();
        add(pool, NeedAct.ASSIGN, "anna", COORDINATOR);
        add(pool, NeedAct.ASSIGN, "bas", COORDINATOR);
        add(pool, NeedAct.UNASSIGN, null, COORDINATOR);
        add(pool, NeedAct.ACCEPT, null, ANNA);
        add(pool, NeedAct.ACCEPT, null, BAS);
        add(pool, NeedAct.START, null, ANNA);
        add(pool, NeedAct.FINISH, null, ANNA);
        add(pool, NeedAct.MISS, null, BAS);
        add(pool, NeedAct.DECLINE, null, ANNA);
        add(pool, NeedAct.TRANSFER, "bas", ANNA);
        add(pool, NeedAct.REFER, "bas", COORDINATOR);
        add(pool, NeedAct.WITHDRAW, null, WORKER);
        add(pool, NeedAct.REOPEN, null, COORDINATOR);
        return pool;
    }

    private static void add(List<Step> pool, NeedAct act, @Nullable String to, Actor by) {
        pool.add(new Step(pool.size(), act, to, by));
    }

    @Test
    void everyOrderOfUpToFiveCommandsLosesNone() {
        house.add("anna", Role.CASE_MANAGER);
        house.add("bas", Role.CASE_MANAGER);
        extend(new ArrayList<>());
        assertThat(number).as("sequences of 1 to 5 of 13").isEqualTo(13 + 156 + 1_716 + 17_160 + 154_440);
    }

    private void extend(List<Step> sequence) {
        if (!sequence.isEmpty()) {
            run(sequence);
        }
        if (sequence.size() < MOST) {
            for (Step step : pool()) {
                if (!sequence.contains(step)) {
                    sequence.add(step);
                    extend(sequence);
                    sequence.remove(sequence.size() - 1);
                }
            }
        }
    }

    private void run(List<Step> sequence) {
        UUID need = house.raise(number++, Urgency.TODAY);
        Set<UUID> moved = new HashSet<>();
        NeedState expected = house.need(need).state();
        for (Step step : sequence) {
            NeedMachine.Result result = NeedMachine.apply(expected, step.command(need), step.by());
            NeedDesk.Outcome outcome = tell(need, step);
            if (result instanceof NeedMachine.Result.Moved to) {
                expected = to.state();
                moved.add(opId(step));
            }
            check(
                    sequence,
                    outcome.equals(
                            result instanceof NeedMachine.Result.Refused refused
                                    ? new NeedDesk.Outcome.Refused(refused.reason())
                                    : new NeedDesk.Outcome.Done()));
        }
        StoredNeed after = house.need(need);
        check(sequence, after.state().equals(expected));
        check(sequence, after.history().size() == moved.size());
        check(sequence, moved.stream().allMatch(opId -> after.done(opId).isPresent()));
        check(sequence, after.alerts().stream().noneMatch(alert -> alert.to().isEmpty()));

        moved.forEach(opId -> sequence.stream()
                .filter(step -> opId(step).equals(opId))
                .forEach(step -> check(sequence, tell(need, step) instanceof NeedDesk.Outcome.DoneBefore)));
        check(sequence, house.need(need).equals(after));
        house.store.remove(need);
    }

    private NeedDesk.Outcome tell(UUID need, Step step) {
        return Objects.requireNonNull(house.needs
                .desk()
                .apply(opId(step), step.command(need), step.by(), Scope.EVERYWHERE)
                .block());
    }

    private static UUID opId(Step step) {
        return new UUID(5, step.at());
    }

    /** Cheaper than an assertion's description for each of a million. */
    private static void check(List<Step> sequence, boolean holds) {
        if (!holds) {
            throw new AssertionError("it does not hold for " + sequence);
        }
    }

    @Test
    void allAtOnceAreDoneOneAfterTheOther() {
        house.add("anna", Role.CASE_MANAGER);
        house.add("bas", Role.CASE_MANAGER);
        for (int round = 0; round < 200; round++) {
            UUID need = house.raise(round, Urgency.TODAY);
            Flux.fromIterable(pool())
                    .flatMap(step -> house.needs
                            .desk()
                            .apply(opId(step), step.command(need), step.by(), Scope.EVERYWHERE)
                            .subscribeOn(Schedulers.parallel()))
                    .then()
                    .block();
            StoredNeed after = house.need(need);
            assertThat(after.rev()).isEqualTo(after.history().size());
            assertThat(replayed(after)).isEqualTo(after.state());
        }
    }

    private static NeedState replayed(StoredNeed need) {
        NeedState state = NeedState.raisedBy("worker");
        for (StoredNeed.Done done : need.history()) {
            Step step = pool().get((int) done.opId().getLeastSignificantBits());
            assertThat(NeedMachine.apply(state, step.command(need.id()), step.by()))
                    .isInstanceOf(NeedMachine.Result.Moved.class);
            state = ((NeedMachine.Result.Moved) NeedMachine.apply(state, step.command(need.id()), step.by())).state();
        }
        return state;
    }
}
