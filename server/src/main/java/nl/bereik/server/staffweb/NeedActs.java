package nl.bereik.server.staffweb;

import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.need.Actor;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.Party;
import nl.bereik.server.access.Person;
import nl.bereik.server.need.NeedDesk;
import nl.bereik.server.need.NeedDesk.Outcome;
import nl.bereik.server.need.StoredNeed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Does what a coordinator asks of a need on a page. */
@Component
class NeedActs {
    private final NeedReader needs;
    private final NeedDesk desk;
    private final RandomGenerator random;

    NeedActs(NeedReader needs, NeedDesk desk, RandomGenerator random) {
        this.needs = needs;
        this.desk = desk;
        this.random = random;
    }

    /** Why nothing was done. */
    enum Problem {
        /** It does not stand any more as it did on the page. */
        CHANGED,
        /** Not where it stands now. */
        NOT_NOW,
        /** Nobody was chosen. */
        NOBODY_CHOSEN,
        /** Whoever was chosen cannot take needs of this team. */
        CANNOT_TAKE
    }

    /**
     * What came of it.
     *
     * @param problem null when it was done, or held already
     * @param need as it is now
     */
    record Came(@Nullable Problem problem, StoredNeed need) {}

    /**
     * Does an act, to a need that still stands as it was seen at the moment at which it is done. Empty when there is no such
     * need in scope. Errors with StoreUnavailableException.
     *
     * @param to whom it names; null or blank when nobody was chosen
     * @param seen how the need stood on the page, as {@link #stands} tells; null when it does not matter
     */
    Mono<Came> act(Person by, UUID id, NeedAct act, @Nullable String to, @Nullable String seen) {
        Predicate<NeedState> expected = state -> seen == null || seen.equals(stands(state));
        return needs.find(by.scope(), id).flatMap(need -> {
            if (!expected.test(need.state())) {
                return Mono.just(new Came(Problem.CHANGED, need));
            }
            if (act.namesSomebody() && (to == null || to.isBlank())) {
                return Mono.just(new Came(Problem.NOBODY_CHOSEN, need));
            }
            NeedCommand command = new NeedCommand(id, act, act.namesSomebody() ? to : null, null);
            Actor actor = new Actor(by.name(), Set.of(Party.COORDINATOR));
            return desk.apply(new UUID(random.nextLong(), random.nextLong()), command, actor, by.scope(), expected)
                    .flatMap(outcome -> needs.find(by.scope(), id).map(now -> new Came(problem(outcome), now)));
        });
    }

    /** How a need stands, for a form to tell what was on the page. */
    static String stands(NeedState state) {
        return state.assignee() == null ? state.status().name() : state.status().name() + " " + state.assignee();
    }

    private static @Nullable Problem problem(Outcome outcome) {
        if (outcome instanceof Outcome.Done || outcome instanceof Outcome.DoneBefore) {
            return null;
        }
        if (outcome instanceof Outcome.Changed) {
            return Problem.CHANGED;
        }
        return outcome instanceof Outcome.NoSuchPerson ? Problem.CANNOT_TAKE : Problem.NOT_NOW;
    }
}
