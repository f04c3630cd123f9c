package nl.bereik.server.need;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import nl.bereik.protocol.need.Actor;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedMachine;
import nl.bereik.protocol.need.NeedMachine.Result;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.Scope;
import nl.bereik.server.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Does what commands say, one at a time for each need, each once. */
@Component
public class NeedDesk {
    /** Others who move the same need at the same moment, before giving up. */
    private static final int TURNS = 20;

    private final NeedStore needs;
    private final Holders holders;
    private final AlertPlan plan;
    private final NeedBell bell;
    private final NeedAudit audit;
    private final ReferenceData reference;
    private final Clock clock;

    NeedDesk(
            NeedStore needs,
            Holders holders,
            AlertPlan plan,
            NeedBell bell,
            NeedAudit audit,
            ReferenceData reference,
            Clock clock) {
        this.needs = needs;
        this.holders = holders;
        this.plan = plan;
        this.bell = bell;
        this.audit = audit;
        this.reference = reference;
        this.clock = clock;
    }

    /** What came of a command. */
    public sealed interface Outcome {
        /** It holds now, or held already. */
        record Done() implements Outcome {}

        /** It was done before under the same id. */
        record DoneBefore() implements Outcome {}

        /** The need stays where it is. */
        record Refused(NeedMachine.Reason reason) implements Outcome {}

        /** There is no such need for whoever asks. */
        record NoSuchNeed() implements Outcome {}

        /** There is nobody of that name who could take it. */
        record NoSuchPerson() implements Outcome {}

        /** It does not stand as whoever asks expects. */
        record Changed() implements Outcome {}
    }

    /** What somebody wants done, under what id, to how a need must stand at that moment. */
    private record Order(UUID opId, NeedCommand command, Actor actor, Scope scope, Predicate<NeedState> expected) {}

    /**
     * Does what a command says, however the need stands. Repeatable under the same id. Never empty, and never
     * {@link Outcome.Changed}. Errors with StoreUnavailableException.
     *
     * @param opId names this doing of it
     * @param scope the teams whose needs the actor may move
     */
    public Mono<Outcome> apply(UUID opId, NeedCommand command, Actor actor, Scope scope) {
        return apply(opId, command, actor, scope, state -> true);
    }

    /**
     * As {@link #apply(UUID, NeedCommand, Actor, Scope)}, but only to a need that stands as expected at the moment at which
     * it is moved; else {@link Outcome.Changed}, and nothing is done.
     */
    public Mono<Outcome> apply(
            UUID opId, NeedCommand command, Actor actor, Scope scope, Predicate<NeedState> expected) {
        return apply(new Order(opId, command, actor, scope, expected), TURNS);
    }

    private Mono<Outcome> apply(Order order, int turnsLeft) {
        NeedCommand command = order.command();
        return Mono.defer(() -> needs.find(command.need()))
                .filter(need -> order.scope().covers(need.team()))
                .flatMap(need -> {
                    if (need.done(order.opId()).isPresent()) {
                        return Mono.<Outcome>just(new Outcome.DoneBefore());
                    }
                    if (!order.expected().test(need.state())) {
                        return Mono.<Outcome>just(new Outcome.Changed());
                    }
                    Result result = NeedMachine.apply(need.state(), command, order.actor());
                    if (result instanceof Result.Refused refused) {
                        return refused(need, refused.reason(), order.actor());
                    }
                    if (!(result instanceof Result.Moved moved)) {
                        return Mono.<Outcome>just(new Outcome.Done());
                    }
                    return namesSomebodyWhoCan(command, need.team())
                            .flatMap(can -> can
                                    ? move(need, moved.state(), command.act(), done(order))
                                            .flatMap(done -> done
                                                    ? Mono.<Outcome>just(new Outcome.Done())
                                                    : again(order, turnsLeft))
                                    : Mono.<Outcome>just(new Outcome.NoSuchPerson()));
                })
                .defaultIfEmpty(new Outcome.NoSuchNeed());
    }

    /** Who comes too late is shown who has it. */
    private Mono<Outcome> refused(StoredNeed need, NeedMachine.Reason reason, Actor actor) {
        Mono<Void> kept =
                reason == NeedMachine.Reason.ALREADY_TAKEN ? needs.late(need.id(), actor.name()) : Mono.empty();
        return kept.thenReturn(new Outcome.Refused(reason));
    }

    private Mono<Boolean> namesSomebodyWhoCan(NeedCommand command, String team) {
        return command.to() == null ? Mono.just(true) : holders.canTake(command.to(), team);
    }

    private Mono<Outcome> again(Order order, int turnsLeft) {
        return turnsLeft == 0
                ? Mono.error(new StoreUnavailableException(new IllegalStateException("a need changes all the time")))
                : apply(order, turnsLeft - 1);
    }

    private Mono<Boolean> move(StoredNeed before, NeedState after, NeedAct act, StoredNeed.Done done) {
        Instant at = done.event().at();
        NeedMove move = new NeedMove(
                after,
                done,
                plan.after(before, after, act, done.event()),
                Deadlines.after(before, act, at),
                reference.dayOf(at));
        return audit.note(done.event().by(), act, before.id())
                .then(Mono.defer(() -> needs.move(before, move)))
                .delayUntil(moved -> moved ? bell.ring(before.team()) : Mono.empty());
    }

    private StoredNeed.Done done(Order order) {
        NeedCommand command = order.command();
        @Nullable String why = command.reason() == null ? null : command.reason().name();
        return new StoredNeed.Done(
                order.opId(),
                new NeedEvent(command.act().name(), order.actor().name(), clock.instant(), command.to(), why));
    }
}
