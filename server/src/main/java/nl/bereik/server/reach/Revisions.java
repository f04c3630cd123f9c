package nl.bereik.server.reach;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.server.access.Person;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.period.PeriodSeal;
import nl.bereik.server.period.PeriodSeals;
import nl.bereik.server.reach.Revision.Difference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes what came too late for a sealed half-year into its figures, when somebody who has seen the difference says so.
 * All that will be written is written down first: a stop anywhere is healed by going on. One revision at a time, and
 * none while a half-year is being sealed. Publishers error with StoreUnavailableException. See decision 0025.
 */
@Component
public final class Revisions implements RevisionHistory {
    private static final Logger LOG = LoggerFactory.getLogger(Revisions.class);

    private final List<LateFacts> kinds;
    private final LateDifference difference;
    private final TallyStore tallies;
    private final PeriodSeals seals;
    private final RevisionStore revisions;
    private final AuditTrail trail;
    private final Clock clock;
    private final RandomGenerator random;

    Revisions(
            List<LateFacts> kinds,
            LateDifference difference,
            TallyStore tallies,
            PeriodSeals seals,
            RevisionStore revisions,
            AuditTrail trail,
            Clock clock,
            RandomGenerator random) {
        this.kinds = List.copyOf(kinds);
        this.difference = difference;
        this.tallies = tallies;
        this.seals = seals;
        this.revisions = revisions;
        this.trail = trail;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What came too late for a half-year.
     *
     * @param items how many contacts, activities, steps and needs
     * @param differences what taking it in would change; empty when nothing
     * @param digest changes when any of this does
     */
    public record Waiting(int items, List<Difference> differences, String digest) {
        private static Waiting of(LateDifference.Found found) {
            StringBuilder text = new StringBuilder().append(found.recounts().size());
            found.differences().forEach(each -> text.append(each.halfYear().name())
                    .append(each.after().text()));
            return new Waiting(
                    found.recounts().size(),
                    found.differences(),
                    ContentHash.short128(text.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** What came of taking something in. */
    public enum Outcome {
        TAKEN_IN,
        /** What waits is not what was seen. */
        CHANGED,
        /** A half-year is being sealed, or somebody else takes something in. */
        NOT_NOW,
        NOT_SEALED
    }

    /** How many things came too late for a half-year. Never empty. */
    public Mono<Long> count(ReportingPeriod halfYear) {
        return Flux.fromIterable(kinds)
                .concatMap(kind -> kind.countLate(halfYear))
                .reduce(0L, Long::sum);
    }

    /** What came too late for a half-year; empty when it is not sealed. */
    public Mono<Waiting> waiting(ReportingPeriod halfYear) {
        return done().filter(done -> done.contains(halfYear))
                .flatMap(done -> difference.of(halfYear, done))
                .map(Waiting::of);
    }

    /** The revisions of a half-year, or that changed it, by number. */
    public Flux<Revision> of(ReportingPeriod halfYear) {
        return revisions
                .all()
                .filter(each -> each.halfYear().equals(halfYear)
                        || each.differences().stream()
                                .anyMatch(change -> change.halfYear().equals(halfYear)));
    }

    @Override
    public Flux<Revision> all() {
        return revisions.all();
    }

    @Override
    public Mono<Long> last() {
        return revisions.all().map(Revision::number).reduce(0L, Math::max).filterWhen(last -> revisions
                .open()
                .hasElement()
                .map(open -> !open));
    }

    /**
     * Takes in what came too late for a half-year. Never empty. Not to be asked but for who sees all teams.
     *
     * @param seen the digest of what was seen
     */
    public Mono<Outcome> takeIn(ReportingPeriod halfYear, String seen, Person by) {
        return makeWay().then(Mono.zip(done(), revisions.all().collectList())).flatMap(known -> {
            List<ReportingPeriod> done = known.getT1();
            if (!done.contains(halfYear)) {
                return Mono.just(Outcome.NOT_SEALED);
            }
            return difference.of(halfYear, done).flatMap(found -> {
                if (found.recounts().isEmpty() || !Waiting.of(found).digest().equals(seen)) {
                    return Mono.just(Outcome.CHANGED);
                }
                return trail.note(by.name(), AuditAct.PERIOD_REVISED, halfYear.name())
                        .then(Mono.defer(() -> propose(plan(halfYear, known.getT2(), found, by))));
            });
        });
    }

    private RevisionPlan plan(ReportingPeriod halfYear, List<Revision> earlier, LateDifference.Found found, Person by) {
        int nth = 1
                + (int) earlier.stream()
                        .filter(each -> each.halfYear().equals(halfYear))
                        .count();
        Revision revision = new Revision(
                1 + earlier.stream().mapToLong(Revision::number).max().orElse(0),
                halfYear,
                nth,
                by.name(),
                clock.instant(),
                found.recounts().size(),
                found.differences());
        String token = new UUID(random.nextLong(), random.nextLong()).toString();
        return new RevisionPlan(revision, token, false, found.tallies(), found.recounts());
    }

    /**
     * Whoever seals looks for revisions after it has said that it seals; here it is asked who seals after the revision
     * has been proposed. So of two at the same time at least one sees the other, and what has not begun gives way.
     */
    private Mono<Outcome> propose(RevisionPlan plan) {
        return revisions
                .propose(plan)
                .flatMap(proposed -> proposed
                        ? seals.all()
                                .any(seal -> !seal.done())
                                .flatMap(sealing ->
                                        sealing ? revisions.withdraw(plan).thenReturn(Outcome.NOT_NOW) : begin(plan))
                        : Mono.just(Outcome.NOT_NOW));
    }

    private Mono<Outcome> begin(RevisionPlan plan) {
        return revisions
                .begin(plan)
                .flatMap(begun -> begun ? carryOut(plan).thenReturn(Outcome.TAKEN_IN) : Mono.just(Outcome.NOT_NOW));
    }

    /** Goes on with what was begun and cut off. Repeatable; empty. */
    Mono<Void> goOn() {
        return revisions.open().filter(RevisionPlan::begun).flatMap(this::carryOut);
    }

    /** As {@link #goOn()}, and clears away what was only proposed. Repeatable; empty. */
    Mono<Void> makeWay() {
        return revisions.open().flatMap(plan -> plan.begun() ? carryOut(plan) : revisions.withdraw(plan));
    }

    /** Each step is looked at afresh: another may have carried it out meanwhile, and a later revision begun. */
    private Mono<Void> carryOut(RevisionPlan plan) {
        return whileOpen(plan, () -> tallies.revise(plan.tallies()))
                .thenMany(Flux.fromIterable(kinds))
                .concatMap(kind -> whileOpen(plan, () -> kind.takeIn(plan.recounts())))
                .then(Mono.defer(() -> revisions.finish(plan)))
                .doOnSuccess(done ->
                        LOG.info("{} is revised", plan.revision().halfYear().name()))
                .then(Mono.defer(difference::settle));
    }

    private Mono<Void> whileOpen(RevisionPlan plan, Supplier<Mono<Void>> step) {
        return revisions
                .open()
                .filter(open -> open.token().equals(plan.token()))
                .flatMap(open -> step.get());
    }

    private Mono<List<ReportingPeriod>> done() {
        return seals.all()
                .filter(PeriodSeal::done)
                .map(PeriodSeal::period)
                .sort(Comparator.comparing(ReportingPeriod::first))
                .collectList();
    }
}
