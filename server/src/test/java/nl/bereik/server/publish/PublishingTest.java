package nl.bereik.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Scope;
import nl.bereik.server.access.Standing;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail.Noted;
import nl.bereik.server.disclosure.Refusal;
import nl.bereik.server.period.MemoryPeriodSeals;
import nl.bereik.server.publish.Preparation.Changed;
import nl.bereik.server.publish.Preparation.NotNow;
import nl.bereik.server.publish.Preparation.Ready;
import nl.bereik.server.publish.Preparation.Refused;
import nl.bereik.server.publish.Preparation.Why;
import nl.bereik.server.reach.Revision;
import nl.bereik.server.reach.RevisionHistory;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class PublishingTest {
    private static final Instant NOW = Instant.parse("2026-02-01T09:00:00Z");
    private static final Person ANNA = new Person("anna", Set.of(Role.COORDINATOR), Scope.EVERYWHERE, Standing.FULL);

    private final PublishedPeriods figures = new PublishedPeriods();
    private final MemoryPeriodSeals seals = new MemoryPeriodSeals();
    private final MemoryReleaseStore releases = new MemoryReleaseStore();
    private final MemoryAuditTrail trail = new MemoryAuditTrail();
    private final List<Revision> revisions = new ArrayList<>();
    private boolean underWay;
    private final Publishing publishing = publishing(releases);

    @Test
    void onlyWholeQuartersOfSealedHalfYearsMayLeave() {
        seal("2025S1");
        seals.begin(ReportingPeriod.parse("2025S2"), "anna", NOW).block();
        assertThat(prepare("2025-02--2025-04")).isEqualTo(new NotNow(Why.NO_QUARTERS));
        for (String open : List.of("2025S2", "2025", "2025Q3", "2024S2", "2024-07--2025-06")) {
            assertThat(prepare(open)).as(open).isEqualTo(new NotNow(Why.NOT_SEALED));
        }
        assertThat(prepare("2025Q1")).isInstanceOf(Ready.class);
        assertThat(prepare("2025S1")).isInstanceOf(Ready.class);
        seal("2025S2");
        assertThat(prepare("2025")).isInstanceOf(Ready.class);
        assertThat(releases.all().collectList().block()).isEmpty();
        assertThat(trail.noted()).isEmpty();
    }

    @Test
    void whatIsReleasedIsKeptAndNotReleasedTwice() {
        seal("2025S1");
        Ready made = (Ready) release("2025S1");
        assertThat(releases.all().collectList().block()).containsExactly(made.release());
        assertThat(trail.noted())
                .containsExactly(
                        new Noted("anna", AuditAct.RELEASE_ORDERED, "2025S1"),
                        new Noted(
                                "anna",
                                AuditAct.RELEASE_MADE,
                                made.release().release().id()));
        assertThat(publishing.find(made.release().release().id()).block()).isEqualTo(made.release());

        assertThat(release("2025S1")).isEqualTo(new NotNow(Why.RELEASED));
        assertThat(releases.all().count().block()).isEqualTo(1);
    }

    @Test
    void whatCannotBeTrueBesideWhatWasReleasedIsRefusedAndNothingKept() {
        figures.add(200, "2025-02-01", Channel.ZONE);
        seal("2025S1");
        seal("2025S2");
        assertThat(release("2025S1")).isInstanceOf(Ready.class);
        figures.clear();
        figures.add(50, "2025-02-01", Channel.ZONE);

        Preparation refused = release("2025");

        assertThat(refused).isInstanceOf(Refused.class);
        assertThat(((Refused) refused).refusals())
                .allMatch(refusal -> refusal.reason() == Refusal.Reason.DOES_NOT_ADD_UP);
        assertThat(releases.all().count().block()).isEqualTo(1);
    }

    @Test
    void whatWasRevisedAfterPartOfItLeftDoesNotLeaveForAnotherPeriod() {
        seal("2025S1");
        seal("2025S2");
        revisions.add(revisionOf(1, "2025S1"));
        release("2025Q1");
        assertThat(prepare("2025S1")).as("it was revised before").isInstanceOf(Ready.class);
        revisions.add(revisionOf(2, "2025S1"));
        assertThat(prepare("2025S1")).isEqualTo(new NotNow(Why.REVISED));
        assertThat(prepare("2025")).isEqualTo(new NotNow(Why.REVISED));
        assertThat(prepare("2025Q1")).as("it is as it was").isEqualTo(new NotNow(Why.RELEASED));
        assertThat(prepare("2025Q2")).as("nothing of it had left").isInstanceOf(Ready.class);
        assertThat(prepare("2025S2")).isInstanceOf(Ready.class);
    }

    @Test
    void nothingIsReadyWhileFiguresAreRevised() {
        seal("2025S1");
        underWay = true;
        assertThat(prepare("2025S1")).isEqualTo(new NotNow(Why.BEING_REVISED));
        underWay = false;
        figures.beforeReading(() -> revisions.add(revisionOf(1, "2024S2")));
        assertThat(prepare("2025S1")).isEqualTo(new NotNow(Why.BEING_REVISED));
        figures.beforeReading(() -> {});
        assertThat(prepare("2025S1")).isInstanceOfSatisfying(Ready.class, ready -> assertThat(
                        ready.release().revision())
                .isEqualTo(1));
    }

    private static Revision revisionOf(long number, String halfYear) {
        ReportingPeriod period = ReportingPeriod.parse(halfYear);
        JsonObject none = JsonObject.of(Map.of());
        return new Revision(number, period, 1, "anna", NOW, 1, List.of(new Revision.Difference(period, none, none)));
    }

    private final class History implements RevisionHistory {
        @Override
        public Flux<Revision> all() {
            return Flux.defer(() -> Flux.fromIterable(List.copyOf(revisions)));
        }

        @Override
        public Mono<Long> last() {
            return underWay ? Mono.empty() : all().map(Revision::number).reduce(0L, Math::max);
        }
    }

    @Test
    void ofTwoAtOnceTheSecondIsJudgedWithTheFirst() {
        figures.add(200, "2025-02-01", Channel.ZONE);
        seal("2025S1");
        ReleaseStore raced = new ReleaseStore() {
            private boolean first = true;

            @Override
            public Flux<StoredRelease> all() {
                return releases.all();
            }

            @Override
            public Mono<Boolean> add(StoredRelease release) {
                if (first) {
                    first = false;
                    return publishing
                            .release(release.period(), digest("2025S1"), ANNA)
                            .then(Mono.defer(() -> releases.add(release)));
                }
                return releases.add(release);
            }
        };
        assertThat(publishing(raced)
                        .release(ReportingPeriod.parse("2025S1"), digest("2025S1"), ANNA)
                        .block())
                .isEqualTo(new NotNow(Why.RELEASED));
        StoredRelease only = Objects.requireNonNull(releases.all().single().block());
        assertThat(trail.noted())
                .as("made was one, asked for were two")
                .containsExactly(
                        new Noted("anna", AuditAct.RELEASE_ORDERED, "2025S1"),
                        new Noted("anna", AuditAct.RELEASE_ORDERED, "2025S1"),
                        new Noted("anna", AuditAct.RELEASE_MADE, only.release().id()));
    }

    @Test
    void onlyWhatWasSeenLeaves() {
        figures.add(200, "2025-02-01", Channel.ZONE);
        seal("2025S1");
        String seen = digest("2025S1");
        assertThat(digest("2025S1")).as("looked at again").isEqualTo(seen);
        figures.add(100, "2025-02-01", Channel.ONLINE);

        Preparation changed = release("2025S1", seen);

        assertThat(changed).isInstanceOf(Changed.class);
        assertThat(releases.all().collectList().block()).isEmpty();
        assertThat(trail.noted()).isEmpty();
        String now = ((Changed) changed).now().digest();
        assertThat(now).isNotEqualTo(seen).isEqualTo(digest("2025S1"));
        assertThat(release("2025S1", now)).isInstanceOf(Ready.class);
    }

    private Publishing publishing(ReleaseStore store) {
        return new Publishing(
                figures,
                seals,
                store,
                new History(),
                new Menu(ReferenceData.gelderlandZuid()),
                new PublishProperties(10, 5),
                trail,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new Random(7));
    }

    private void seal(String halfYear) {
        ReportingPeriod period = ReportingPeriod.parse(halfYear);
        seals.begin(period, "anna", NOW).block();
        seals.finish(period).block();
    }

    private Preparation prepare(String period) {
        return Objects.requireNonNull(
                publishing.prepare(ReportingPeriod.parse(period), ANNA).block());
    }

    private Preparation release(String period) {
        return release(period, digest(period));
    }

    private Preparation release(String period, String seen) {
        return Objects.requireNonNull(
                publishing.release(ReportingPeriod.parse(period), seen, ANNA).block());
    }

    /** Of what would be seen now; empty when nothing would. */
    private String digest(String period) {
        return prepare(period) instanceof Ready ready ? ready.digest() : "";
    }
}
