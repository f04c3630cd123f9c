package nl.bereik.server.publish;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Scope;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.disclosure.Disclosure;
import nl.bereik.server.disclosure.ExactTable;
import nl.bereik.server.disclosure.Prepared;
import nl.bereik.server.disclosure.Release;
import nl.bereik.server.period.PeriodSeal;
import nl.bereik.server.period.PeriodSeals;
import nl.bereik.server.publish.Preparation.Changed;
import nl.bereik.server.publish.Preparation.NotNow;
import nl.bereik.server.publish.Preparation.Ready;
import nl.bereik.server.publish.Preparation.Refused;
import nl.bereik.server.publish.Preparation.Why;
import nl.bereik.server.reach.Figures;
import nl.bereik.server.reach.Revision;
import nl.bereik.server.reach.RevisionHistory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Lets figures of all teams together leave the building, once and for ever. Each release is judged with all that was
 * released before it; two that are made at the same time are judged one after the other. Publishers error with
 * StoreUnavailableException.
 */
@Component
public final class Publishing {
    private static final int ID_BYTES = 6;
    private static final int QUARTER = 3;

    private final Figures figures;
    private final PeriodSeals seals;
    private final ReleaseStore releases;
    private final RevisionHistory revisions;
    private final Menu menu;
    private final Disclosure disclosure;
    private final AuditTrail trail;
    private final Clock clock;
    private final RandomGenerator random;

    Publishing(
            Figures figures,
            PeriodSeals seals,
            ReleaseStore releases,
            RevisionHistory revisions,
            Menu menu,
            PublishProperties properties,
            AuditTrail trail,
            Clock clock,
            RandomGenerator random) {
        this.figures = figures;
        this.seals = seals;
        this.releases = releases;
        this.revisions = revisions;
        this.menu = menu;
        this.disclosure = new Disclosure(properties.rules(), Subjects.relations());
        this.trail = trail;
        this.clock = clock;
        this.random = random;
    }

    /** All releases, by number. */
    public Flux<StoredRelease> all() {
        return releases.all();
    }

    /** The release of an id; empty when there is none. */
    public Mono<StoredRelease> find(String id) {
        return all().filter(each -> each.release().id().equals(id)).next();
    }

    /** What releasing a period now would give; releases nothing. Never empty. Not to be shown but to who may release. */
    public Mono<Preparation> prepare(ReportingPeriod period, Person by) {
        if (!isOfQuarters(period)) {
            return Mono.just(new NotNow(Why.NO_QUARTERS));
        }
        return finished()
                .flatMap(finished -> halves(period).allMatch(finished::contains)
                        ? read(period)
                                .publishOn(Schedulers.boundedElastic())
                                .map(read -> judge(read, by))
                                .defaultIfEmpty(new NotNow(Why.BEING_REVISED))
                        : Mono.just(new NotNow(Why.NOT_SEALED)));
    }

    /** Empty when figures were revised meanwhile. */
    private Mono<Read> read(ReportingPeriod period) {
        return revisions.last().flatMap(last -> Mono.zip(
                        figures.of(Scope.EVERYWHERE, period),
                        releases.all().collectList(),
                        revisions.all().collectList())
                .filterWhen(read -> revisions.last().map(last::equals).defaultIfEmpty(false))
                .map(read -> new Read(read.getT1(), read.getT2(), read.getT3(), last)));
    }

    /** What a release is judged by. @param last the number of the last revision in it */
    private record Read(ReachFigures exact, List<StoredRelease> earlier, List<Revision> revisions, long last) {
        /** Whether some of it left as it was before a revision. */
        boolean isRevised() {
            ReportingPeriod asked = exact.period();
            return earlier.stream()
                    .filter(release -> overlap(release.period(), asked))
                    .anyMatch(release -> revisions.stream()
                            .anyMatch(revision -> revision.number() > release.revision()
                                    && revision.changed(release.period())
                                    && revision.changed(asked)));
        }
    }

    /**
     * Releases a period, or says why not. Never empty. What is ready has been kept and cannot be taken back. Asked for
     * again, it is refused as released. That it is asked for is noted before, that it was made after: a number that
     * somebody else takes first is asked for and not made.
     *
     * @param seen the digest of what was seen
     */
    public Mono<Preparation> release(ReportingPeriod period, String seen, Person by) {
        return prepare(period, by).flatMap(preparation -> {
            if (!(preparation instanceof Ready ready)) {
                return Mono.just(preparation);
            }
            if (!ready.digest().equals(seen)) {
                return Mono.just(new Changed(ready));
            }
            return trail.note(by.name(), AuditAct.RELEASE_ORDERED, period.name())
                    .then(Mono.defer(() -> releases.add(ready.release())))
                    .flatMap(kept -> kept ? made(ready) : release(period, seen, by));
        });
    }

    private Mono<Preparation> made(Ready ready) {
        StoredRelease release = ready.release();
        return trail.note(release.by(), AuditAct.RELEASE_MADE, release.release().id())
                .thenReturn(ready);
    }

    private static boolean overlap(ReportingPeriod one, ReportingPeriod other) {
        return !one.first().isAfter(other.last()) && !one.last().isBefore(other.first());
    }

    private Preparation judge(Read read, Person by) {
        List<Release> earlier =
                read.earlier().stream().map(StoredRelease::release).toList();
        List<ExactTable> asked = menu.publishable(read.exact(), earlier);
        if (Disclosure.isReleased(asked, earlier)) {
            return new NotNow(Why.RELEASED);
        }
        if (read.isRevised()) {
            return new NotNow(Why.REVISED);
        }
        Prepared prepared = disclosure.prepare(newId(), asked, earlier);
        if (prepared instanceof Prepared.Refused refused) {
            return new Refused(refused.refusals());
        }
        Release release = ((Prepared.Releasable) prepared).release();
        int number =
                read.earlier().stream().mapToInt(StoredRelease::number).max().orElse(0) + 1;
        return new Ready(
                new StoredRelease(number, read.exact().period(), by.name(), clock.instant(), read.last(), release));
    }

    private String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private Mono<Set<ReportingPeriod>> finished() {
        return seals.all().filter(PeriodSeal::done).map(PeriodSeal::period).collect(Collectors.toSet());
    }

    private static boolean isOfQuarters(ReportingPeriod period) {
        return period.first().getMonthValue() % QUARTER == 1 && period.last().getMonthValue() % QUARTER == 0;
    }

    private static Stream<ReportingPeriod> halves(ReportingPeriod period) {
        return Stream.iterate(
                ReportingPeriod.halfYearOf(period.first().atDay(1)),
                half -> !half.first().isAfter(period.last()),
                ReportingPeriod::next);
    }
}
