package nl.bereik.protocol.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.need.NeedMachine.Reason;
import nl.bereik.protocol.need.NeedMachine.Result;
import org.junit.jupiter.api.Test;

class NeedMachineTest {
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Actor RAISER = new Actor("worker", Set.of());
    private static final Actor FIRST = new Actor("first", Set.of(Party.CASE_MANAGER));
    private static final Actor SECOND = new Actor("second", Set.of(Party.CASE_MANAGER));
    private static final Actor COORDINATOR = new Actor("coordinator", Set.of(Party.COORDINATOR));
    private static final Actor STRANGER = new Actor("stranger", Set.of());
    private static final List<Actor> ALL = List.of(RAISER, FIRST, SECOND, COORDINATOR, STRANGER, Actor.RULES);

    private static final NeedState RAISED = NeedState.raisedBy("worker");

    /** Somebody who does something. */
    private record Step(NeedCommand command, Actor actor) {}

    @Test
    void theWholeWay() {
        NeedState need = after(RAISED, assign("first"), step(NeedAct.ACCEPT, FIRST), step(NeedAct.START, FIRST));
        assertThat(need.status()).isEqualTo(NeedStatus.IN_PROGRESS);
        assertThat(need.assignee()).isEqualTo("first");
        assertThat(after(need, step(NeedAct.FINISH, FIRST)).status()).isEqualTo(NeedStatus.DONE);
        assertThat(after(need, step(NeedAct.MISS, FIRST), step(NeedAct.ACCEPT, SECOND))
                        .assignee())
                .isEqualTo("second");
    }

    @Test
    void theFirstAcceptWinsAndTheSecondIsTold() {
        NeedState taken = after(RAISED, step(NeedAct.ACCEPT, FIRST));

        assertThat(apply(taken, step(NeedAct.ACCEPT, SECOND))).isEqualTo(new Result.Refused(Reason.ALREADY_TAKEN));
        assertThat(apply(taken, step(NeedAct.ACCEPT, FIRST))).isEqualTo(new Result.Same());
        assertThat(apply(after(taken, step(NeedAct.FINISH, FIRST)), step(NeedAct.ACCEPT, SECOND)))
                .isEqualTo(new Result.Refused(Reason.ALREADY_TAKEN));
    }

    @Test
    void aTransferHandsOverAndAReferralKeepsBoth() {
        NeedState taken = after(RAISED, step(NeedAct.ACCEPT, FIRST));

        NeedState transferred = after(taken, new Step(named(NeedAct.TRANSFER, "second"), FIRST));
        assertThat(transferred.status()).isEqualTo(NeedStatus.ASSIGNED);
        assertThat(transferred.assignee()).isEqualTo("second");
        assertThat(apply(transferred, step(NeedAct.FINISH, FIRST))).isEqualTo(new Result.Refused(Reason.NOT_YOURS));

        NeedState referred = after(taken, new Step(named(NeedAct.REFER, "second"), FIRST));
        assertThat(referred).isEqualTo(new NeedState(NeedStatus.ACCEPTED, "worker", "first", Set.of("second")));
        assertThat(apply(referred, new Step(named(NeedAct.REFER, "second"), FIRST)))
                .isEqualTo(new Result.Same());
    }

    @Test
    void strangersDoNothing() {
        for (NeedState need : reachable()) {
            for (NeedCommand command : commands()) {
                assertThat(apply(need, new Step(command, STRANGER)))
                        .as(need + " " + command)
                        .isEqualTo(new Result.Refused(Reason.NOT_YOURS));
            }
        }
    }

    @Test
    void everyMoveIsOneOfTheTable() {
        Map<NeedAct, Set<NeedStatus>> seen = new EnumMap<>(NeedAct.class);
        for (NeedState need : reachable()) {
            for (Step step : steps()) {
                NeedAct act = step.command().act();
                if (apply(need, step) instanceof Result.Moved moved) {
                    assertThat(act.from()).as(need + " " + step).contains(need.status());
                    assertThat(moved.state().status()).isEqualTo(act.to() == null ? need.status() : act.to());
                    assertThat(moved.state()).isNotEqualTo(need);
                    assertThat(moved.state().raiser()).isEqualTo("worker");
                    seen.computeIfAbsent(act, any -> new HashSet<>()).add(need.status());
                }
            }
        }
        for (NeedAct act : NeedAct.values()) {
            assertThat(seen.get(act))
                    .as(act + " can be done wherever the table says")
                    .isEqualTo(act.from());
        }
    }

    @Test
    void everyStatusCanBeReachedAndLeft() {
        Set<NeedStatus> reached = new HashSet<>();
        Set<NeedStatus> left = new HashSet<>();
        for (NeedState need : reachable()) {
            reached.add(need.status());
            for (Step step : steps()) {
                if (apply(need, step) instanceof Result.Moved moved
                        && moved.state().status() != need.status()) {
                    left.add(need.status());
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(NeedStatus.values());
        assertThat(left).containsExactlyInAnyOrder(NeedStatus.values());
    }

    /** Doing it twice is doing it once, from wherever it was done. */
    @Test
    void whatWasDoneCanBeDoneAgainWithoutHarm() {
        for (NeedState need : reachable()) {
            for (Step step : steps()) {
                if (apply(need, step) instanceof Result.Moved moved) {
                    assertThat(apply(moved.state(), step)).as(need + " " + step).isNotInstanceOf(Result.Moved.class);
                }
            }
        }
    }

    /** Any two at the same time, in both orders: each is answered, and the end is somewhere legal. */
    @Test
    void everyPairOfCommandsEndsSomewhereLegalInBothOrders() {
        Set<NeedState> legal = reachable();
        for (NeedState need : legal) {
            for (Step one : steps()) {
                for (Step other : steps()) {
                    assertThat(legal).contains(after(need, one, other), after(need, other, one));
                }
            }
        }
    }

    @Test
    void ofTwoAcceptsTheFirstWinsInBothOrders() {
        Step one = step(NeedAct.ACCEPT, FIRST);
        Step other = step(NeedAct.ACCEPT, SECOND);
        for (NeedState need : reachable()) {
            if (NeedAct.ACCEPT.from().contains(need.status())) {
                assertThat(after(need, one, other).assignee()).isEqualTo("first");
                assertThat(after(need, other, one).assignee()).isEqualTo("second");
            }
        }
    }

    private static Result apply(NeedState need, Step step) {
        return NeedMachine.apply(need, step.command(), step.actor());
    }

    private static NeedState after(NeedState need, Step... steps) {
        NeedState state = need;
        for (Step step : steps) {
            if (apply(state, step) instanceof Result.Moved moved) {
                state = moved.state();
            }
        }
        return state;
    }

    private static Set<NeedState> reachable() {
        Set<NeedState> reached = new HashSet<>(Set.of(RAISED));
        Deque<NeedState> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            NeedState need = open.remove();
            for (Step step : steps()) {
                if (apply(need, step) instanceof Result.Moved moved && reached.add(moved.state())) {
                    open.add(moved.state());
                }
            }
        }
        return reached;
    }

    private static List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Actor actor : ALL) {
            commands().forEach(command -> steps.add(new Step(command, actor)));
        }
        return steps;
    }

    private static List<NeedCommand> commands() {
        List<NeedCommand> commands = new ArrayList<>();
        for (NeedAct act : NeedAct.values()) {
            if (act.namesSomebody()) {
                commands.add(named(act, "first"));
                commands.add(named(act, "second"));
            } else if (act == NeedAct.DECLINE) {
                commands.add(new NeedCommand(ID, act, null, DeclineReason.FULL));
            } else {
                commands.add(NeedCommand.of(ID, act));
            }
        }
        return commands;
    }

    private static NeedCommand named(NeedAct act, String to) {
        return new NeedCommand(ID, act, to, null);
    }

    private static Step assign(String to) {
        return new Step(named(NeedAct.ASSIGN, to), COORDINATOR);
    }

    private static Step step(NeedAct act, Actor actor) {
        return new Step(NeedCommand.of(ID, act), actor);
    }
}
