package nl.bereik.server.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.target.TargetFigure;
import nl.bereik.protocol.target.TargetProgress;
import nl.bereik.server.TestPhone;
import nl.bereik.server.TestTime;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Scope;
import nl.bereik.server.access.Standing;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.install.Teams;
import nl.bereik.server.web.RefusedException;
import org.junit.jupiter.api.Test;

final class TargetsTest {
    private static final ReportingPeriod YEAR = ReportingPeriod.parse("2025");
    private static final TargetKey CONTACTS = new TargetKey("south", YEAR, TargetFigure.CONTACTS);
    private static final TargetKey INTERNET = new TargetKey("south", YEAR, TargetFigure.CONTACTS_INTERNET);
    private static final Scope EVERYWHERE = Scope.EVERYWHERE;

    private final TestTime time = new TestTime("2025-06-01T21:00:00Z");
    private final MemoryTargetStore store = new MemoryTargetStore();
    private final CountedFigures figures = new CountedFigures();
    private final MemoryAuditTrail trail = new MemoryAuditTrail();
    private final Teams teams = new Teams(regions());
    private final TargetCounting counting =
            new TargetCounting(store, figures, teams, ReferenceData.gelderlandZuid(), time);
    private final Targets targets = new Targets(store, counting, teams, trail);
    private final TargetsOfTeam ofTeam = new TargetsOfTeam(store, counting, teams);
    private final Person coordinator = person(EVERYWHERE);

    @Test
    void allTeamsOfTheRegionCountAndNoOther() {
        figures.add("tiel", "2025-03-01", Channel.STREET, 3);
        figures.add("nijmegen", "2025-05-31", Channel.ONLINE, 4);
        figures.add("north", "2025-03-01", Channel.STREET, 50);
        figures.add("tiel", "2024-12-31", Channel.STREET, 60);
        add(CONTACTS, 100);
        add(INTERNET, 10);
        assertThat(progress(CONTACTS).counted()).isEqualTo(7);
        assertThat(progress(INTERNET).counted()).isEqualTo(4);
    }

    @Test
    void theDayThatRunsDoesNotCountYet() {
        figures.add("tiel", "2025-05-31", Channel.STREET, 3);
        figures.add("tiel", "2025-06-01", Channel.STREET, 5);
        add(CONTACTS, 100);
        assertThat(progress(CONTACTS))
                .isEqualTo(new TargetProgress(YEAR, TargetFigure.CONTACTS, 100, 3, LocalDate.of(2025, 5, 31)));
        time.move(Duration.ofMinutes(6 * 60 + 59));
        turn(0);
        assertThat(progress(CONTACTS).counted()).as("the night still runs").isEqualTo(3);
        time.move(Duration.ofMinutes(1));
        turn(1);
        assertThat(progress(CONTACTS).counted()).isEqualTo(8);
        assertThat(progress(CONTACTS).through()).isEqualTo("2025-06-01");
    }

    @Test
    void onceADayIsEnoughAndOneQuestionForAllOfAPeriod() {
        add(CONTACTS, 100);
        add(INTERNET, 10);
        int asked = figures.asked();
        time.move(Duration.ofDays(1));
        turn(2);
        assertThat(figures.asked() - asked).isEqualTo(1);
        turn(0);
        assertThat(figures.asked() - asked).isEqualTo(1);
    }

    @Test
    void aPullCostsNoFigures() {
        figures.add("tiel", "2025-05-31", Channel.STREET, 3);
        add(CONTACTS, 100);
        int asked = figures.asked();
        for (int i = 0; i < 50; i++) {
            assertThat(pulled("tiel")).hasSize(1);
        }
        time.move(Duration.ofDays(2));
        assertThat(pulled("tiel")).hasSize(1);
        assertThat(figures.asked()).isEqualTo(asked);
    }

    @Test
    void aDaySpentWithoutNewsChangesNoRecordButAtItsEnd() {
        add(CONTACTS, 100);
        List<StateRecord> before = pulled("tiel");
        for (int hour = 0; hour < 7; hour++) {
            turn(0);
            assertThat(pulled("tiel")).isEqualTo(before);
            time.move(Duration.ofHours(1));
        }
        turn(1);
        assertThat(pulled("tiel")).isNotEqualTo(before);
    }

    @Test
    void phonesHaveTheTargetsOfTheirRegionAroundThePeriod() {
        add(CONTACTS, 100);
        add(new TargetKey("north", YEAR, TargetFigure.NEEDS), 5);
        add(new TargetKey("south", YEAR.next(), TargetFigure.NEEDS), 6);
        add(new TargetKey("south", ReportingPeriod.parse("2025Q2"), TargetFigure.NEEDS), 7);
        assertThat(numbers("tiel")).containsExactlyInAnyOrder(100L, 7L);
        assertThat(numbers("nijmegen")).containsExactlyInAnyOrder(100L, 7L);
        assertThat(numbers("north")).containsExactly(5L);
        assertThat(numbers("gone")).isEmpty();

        time.move(Duration.ofDays(60));
        assertThat(numbers("tiel")).as("31 July").containsExactlyInAnyOrder(100L, 7L);
        time.move(Duration.ofDays(1));
        assertThat(numbers("tiel")).as("1 August").containsExactly(100L);
    }

    @Test
    void aTeamOfTwoRegionsHasThoseOfTheFirst() {
        Map<String, List<String>> both = new LinkedHashMap<>();
        both.put("south", List.of("tiel"));
        both.put("north", List.of("tiel", "north"));
        add(CONTACTS, 100);
        add(new TargetKey("north", YEAR, TargetFigure.CONTACTS), 5);
        assertThat(new TargetsOfTeam(store, counting, new Teams(both))
                        .of(new TestPhone().install("tiel"))
                        .mapNotNull(record -> TargetProgress.read(record).orElse(null))
                        .map(TargetProgress::number)
                        .collectList()
                        .block())
                .containsExactly(100L);
    }

    @Test
    void whatComesLateCountsTheNextDayAndWhenSomebodyLooks() {
        add(CONTACTS, 100);
        figures.add("tiel", "2025-02-01", Channel.STREET, 9);
        turn(0);
        assertThat(progress(CONTACTS).counted()).isZero();
        assertThat(targets.seen(EVERYWHERE, any -> true).blockLast())
                .extracting(seen -> seen.progress().counted())
                .isEqualTo(9L);
        assertThat(progress(CONTACTS).counted()).isEqualTo(9);
    }

    @Test
    void aPeriodLongOverIsCountedOnlyWhenSomebodyLooks() {
        TargetKey old = new TargetKey("south", ReportingPeriod.parse("2016-2017"), TargetFigure.CONTACTS);
        add(old, 10);
        time.move(Duration.ofDays(1));
        turn(0);
        figures.add("tiel", "2016-02-01", Channel.STREET, 9);
        Target seen =
                Objects.requireNonNull(targets.seen(EVERYWHERE, any -> true).blockLast());
        assertThat(seen.progress().counted()).isEqualTo(9);
        assertThat(seen.progress().over()).isTrue();
    }

    @Test
    void whoSeesATeamSeesAndOnlyWhoSeesAllAgrees() {
        add(CONTACTS, 100);
        add(new TargetKey("north", YEAR, TargetFigure.CONTACTS), 5);
        Scope tiel = Scope.of(Set.of("tiel"));
        assertThat(seen(tiel)).containsExactly("south");
        assertThat(seen(EVERYWHERE)).containsExactly("south", "north");
        assertThat(targets.agreedBy(tiel)).isEmpty();
        assertThat(targets.agreedBy(Scope.of(Set.of("tiel", "nijmegen")))).containsExactly("south");
        for (Runnable act : List.<Runnable>of(
                () -> targets.add(person(tiel), INTERNET, 1).block(),
                () -> targets.change(person(tiel), CONTACTS, 1).block(),
                () -> targets.remove(person(tiel), CONTACTS).block(),
                () -> targets.add(coordinator, new TargetKey("west", YEAR, TargetFigure.NEEDS), 1)
                        .block())) {
            assertThatThrownBy(act::run).isInstanceOf(RefusedException.class);
        }
        assertThat(targets.find(tiel, CONTACTS).block()).isNull();
        assertThat(progress(CONTACTS).number()).isEqualTo(100);
    }

    @Test
    void whatIsAgreedIsNotedAndWhatChangesNothingIsNot() {
        add(CONTACTS, 100);
        assertThat(targets.add(coordinator, CONTACTS, 7).block()).isFalse();
        assertThat(targets.change(coordinator, CONTACTS, 120).block()).isTrue();
        assertThat(targets.change(coordinator, INTERNET, 120).block()).isFalse();
        assertThat(targets.remove(coordinator, CONTACTS).block()).isTrue();
        assertThat(targets.remove(coordinator, CONTACTS).block()).isFalse();
        assertThat(trail.noted())
                .extracting(MemoryAuditTrail.Noted::act, MemoryAuditTrail.Noted::id)
                .containsExactly(
                        tuple(AuditAct.TARGET_SET, "south/2025/CONTACTS"),
                        tuple(AuditAct.TARGET_SET, "south/2025/CONTACTS"),
                        tuple(AuditAct.TARGET_REMOVED, "south/2025/CONTACTS"));
    }

    @Test
    void withoutTheTrailNothingIsDone() {
        trail.fail(true);
        assertThatThrownBy(() -> targets.add(coordinator, CONTACTS, 7).block()).isNotNull();
        assertThat(store.find(CONTACTS).block()).isNull();
    }

    private void add(TargetKey key, long number) {
        assertThat(targets.add(coordinator, key, number).block()).isTrue();
    }

    private void turn(int counted) {
        assertThat(counting.turn().block()).isEqualTo(counted);
    }

    private TargetProgress progress(TargetKey key) {
        return Objects.requireNonNull(store.find(key).block()).progress();
    }

    private List<StateRecord> pulled(String team) {
        return Objects.requireNonNull(
                ofTeam.of(new TestPhone().install(team)).collectList().block());
    }

    private List<Long> numbers(String team) {
        return pulled(team).stream()
                .map(record -> TargetProgress.read(record).orElseThrow().number())
                .toList();
    }

    private List<String> seen(Scope scope) {
        return Objects.requireNonNull(targets.seen(scope, any -> true)
                .map(target -> target.key().region())
                .collectList()
                .block());
    }

    private static Person person(Scope scope) {
        return new Person("anna", Set.of(Role.COORDINATOR), scope, Standing.FULL);
    }

    private static Map<String, List<String>> regions() {
        Map<String, List<String>> regions = new LinkedHashMap<>();
        regions.put("south", List.of("tiel", "nijmegen"));
        regions.put("north", List.of("north"));
        return regions;
    }
}
