package nl.bereik.server.assignment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import nl.bereik.protocol.need.AssignedWhy;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.need.NeedBell;
import nl.bereik.server.need.NeedProperties;
import nl.bereik.server.need.NeedRules;
import nl.bereik.server.need.NeedStore;
import nl.bereik.server.need.StoredNeed;
import nl.bereik.server.store.StoreUnavailableException;
import nl.bereik.server.work.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks somebody to take each need that nobody has: at first by the rules; the next one when whoever was asked declines,
 * or does not accept within the urgency's time; and tells the coordinators when nobody is left or the next one does not
 * answer either. One instance at a time does so, since the caseloads are counted for several needs together.
 */
@Component
final class Assigning {
    private static final Logger LOG = LoggerFactory.getLogger(Assigning.class);

    static final String WORK = "assigning";

    /** About what some needs take. Two at once would do no harm but to the caseloads. */
    static final Duration HELD = Duration.ofSeconds(3);

    private static final int AT_A_TIME = 256;
    private static final int AT_ONCE = 16;

    private final NeedStore needs;
    private final NeedRules moves;
    private final Candidates candidates;
    private final AssignmentRules rules;
    private final Leases leases;
    private final NeedBell bell;
    private final ReferenceData reference;
    private final Clock clock;
    private final String holder;

    Assigning(
            NeedStore needs,
            NeedRules moves,
            Candidates candidates,
            NeedProperties properties,
            Leases leases,
            NeedBell bell,
            ReferenceData reference,
            Clock clock,
            RandomGenerator random) {
        this.needs = needs;
        this.moves = moves;
        this.candidates = candidates;
        this.rules = new AssignmentRules(properties.routes());
        this.leases = leases;
        this.bell = bell;
        this.reference = reference;
        this.clock = clock;
        this.holder = new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /**
     * Looks at some of the needs that are due. Answers how many were moved; 0 as well while another instance does it.
     * One that nothing can be decided of keeps no other waiting: it is in the log, and looked at again next time.
     * Repeatable. Errors with StoreUnavailableException.
     */
    Mono<Integer> turn() {
        return Mono.defer(() -> needs.forRules(clock.instant(), AT_A_TIME).collectList())
                .flatMap(due -> due.isEmpty() ? Mono.just(0) : whileHeld(due));
    }

    private Mono<Integer> whileHeld(List<StoredNeed> due) {
        Instant until = clock.instant().plus(HELD);
        return leases.extend(WORK, holder, until)
                .flatMap(mine -> mine ? Mono.just(true) : leases.take(WORK, holder, clock.instant(), until))
                .flatMap(held -> held ? decideAll(due) : Mono.just(0));
    }

    private Mono<Integer> decideAll(List<StoredNeed> due) {
        Map<String, List<StoredNeed>> byTeam = due.stream().collect(Collectors.groupingBy(StoredNeed::team));
        return Flux.fromIterable(byTeam.entrySet())
                .concatMap(team -> candidates
                        .of(team.getKey())
                        .flatMap(some -> decideAll(team.getValue(), some))
                        // A ring has the rules look again, which they need not when nothing has moved.
                        .delayUntil(moved -> moved > 0 ? bell.ring(team.getKey()) : Mono.empty()))
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> decideAll(List<StoredNeed> due, TeamCandidates some) {
        return Flux.fromIterable(due)
                .flatMap(need -> decideAlone(need, some), AT_ONCE)
                .filter(moved -> moved)
                .count()
                .map(Long::intValue);
    }

    /** Without a store nothing goes on; whatever else goes wrong is this need's alone. */
    private Mono<Boolean> decideAlone(StoredNeed need, TeamCandidates some) {
        return Mono.defer(() -> decide(need, some))
                .onErrorResume(e -> e instanceof RuntimeException && !(e instanceof StoreUnavailableException), e -> {
                    LOG.warn(
                            "need {} cannot be assigned by the rules: {}",
                            need.id(),
                            e.getClass().getSimpleName());
                    return Mono.just(false);
                });
    }

    /** Chooses now, which counts for the needs that come after, and then has it done. */
    private Mono<Boolean> decide(StoredNeed need, TeamCandidates some) {
        Instant now = clock.instant();
        NeedStatus status = need.state().status();
        boolean late = status == NeedStatus.ASSIGNED;
        Optional<Choice> choice = late && isSecond(need)
                ? Optional.empty()
                : rules.choose(
                        need.need(), some.all(), asked(need), late, LocalDateTime.ofInstant(now, reference.zone()));
        if (choice.isEmpty()) {
            return moves.escalate(need, some.coordinators(), now);
        }
        some.asked(choice.get().account());
        return moves.assign(need, choice.get().account(), choice.get().why(), now);
    }

    /** Whether who is asked now was already the next one. */
    private static boolean isSecond(StoredNeed need) {
        return sinceOpen(need).stream()
                .filter(event -> event.to() != null && !event.what().equals(NeedAct.REFER.name()))
                .reduce((first, second) -> second)
                .flatMap(event -> AssignedWhy.parse(String.valueOf(event.why())))
                .filter(why -> why.step() == AssignedWhy.Step.NEXT)
                .isPresent();
    }

    /** Who was asked since the need was last open for everybody. */
    private static Set<String> asked(StoredNeed need) {
        Set<String> asked = new HashSet<>();
        for (NeedEvent event : sinceOpen(need)) {
            if (event.to() != null && !event.what().equals(NeedAct.REFER.name())) {
                asked.add(event.to());
            }
            if (event.what().equals(NeedAct.DECLINE.name())) {
                asked.add(event.by());
            }
        }
        return asked;
    }

    private static List<NeedEvent> sinceOpen(StoredNeed need) {
        List<NeedEvent> events =
                need.history().stream().map(StoredNeed.Done::event).toList();
        int open = 0;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).what().equals(NeedAct.REOPEN.name())) {
                open = i + 1;
            }
        }
        return events.subList(open, events.size());
    }
}
