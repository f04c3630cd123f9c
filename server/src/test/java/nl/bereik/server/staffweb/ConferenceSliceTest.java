package nl.bereik.server.staffweb;

import static nl.bereik.server.staffweb.NeedsStand.ANNA;
import static nl.bereik.server.staffweb.NeedsStand.BAS;
import static nl.bereik.server.staffweb.NeedsStand.CARLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.trajectory.Phase;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStep.End;
import nl.bereik.protocol.trajectory.TrajectoryStep.InPhase;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import nl.bereik.protocol.trajectory.TrajectoryStep.What;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail.Noted;
import nl.bereik.server.event.EventSamples;
import nl.bereik.server.event.MemoryEventStore;
import nl.bereik.server.event.StoredEvent;
import nl.bereik.server.event.StoredTakeBack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list for the case conference. */
class ConferenceSliceTest extends StaffWebTest {
    private static final What START = new Start(Gender.WOMAN, AgeBand.FROM_27, true, null, null);

    @Autowired
    NeedsStand needs;

    @Autowired
    MemoryAuditTrail trail;

    @Autowired
    MemoryEventStore events;

    private Visitor coordinator = new Visitor("http://127.0.0.1");

    @BeforeEach
    void begin() {
        needs.begin();
        events.clear();
        coordinator = Visitor.signedIn(address());
    }

    @Test
    void tellsWhatIsOverdueWaitingSignalledOrStuckAndNothingElse() {
        UUID fine = needs.raised(5, Urgency.TODAY);
        UUID overdue = needs.raised(61, Urgency.NOW);
        UUID declined = needs.raised(5, Urgency.TODAY);
        needs.askedByRules(declined, BAS, "RULE");
        needs.decline(declined, BAS);
        UUID signal = needs.raised(5, Urgency.NOW, Signal.EXPLOITATION);
        needs.accept(signal, CARLA);
        UUID stuck = needs.raised(24 * 60 * 20, Urgency.WEEK);
        needs.acceptedLongAgo(stuck, ANNA, Duration.ofDays(14).plusMinutes(1));
        needs.start(stuck, ANNA);
        UUID notYetStuck = needs.raised(24 * 60 * 20, Urgency.WEEK);
        needs.acceptedLongAgo(notYetStuck, ANNA, Duration.ofDays(14));
        UUID closed = needs.raised(5, Urgency.NOW, Signal.MINOR);
        needs.does(closed, NeedAct.WITHDRAW, "coordinator");
        trail.clear();

        String page = coordinator.get("/needs/conference").body();

        assertThat(part(page, "overdue"))
                .contains(overdue.toString())
                .doesNotContain(fine.toString(), declined.toString());
        assertThat(part(page, "waiting"))
                .contains(declined.toString(), "kon niet")
                .doesNotContain(overdue.toString());
        assertThat(part(page, "signals"))
                .contains(signal.toString(), "Uitbuiting")
                .doesNotContain(closed.toString());
        assertThat(part(page, "stuck"))
                .contains(stuck.toString(), "IrisZorg", "14 dagen", "bezig")
                .doesNotContain(notYetStuck.toString());
        assertThat(page).contains("4 hulpvragen, stand van 14 mei 2025, 22:45").doesNotContain(fine.toString());
        assertThat(trail.noted()).containsExactly(new Noted("coordinator", AuditAct.CONFERENCE_READ, ""));
    }

    @Test
    void whatNobodyAcceptsForLongWaitsHoweverLittleItPresses() {
        Duration limit = Duration.ofDays(14);
        UUID open = raised(limit.plusMinutes(1));
        UUID asked = raised(limit.plusDays(3));
        needs.askedByRules(asked, ANNA, "RULE");
        UUID notYet = raised(limit);
        UUID cameBackSince = raised(limit.plusDays(30));
        needs.acceptedLongAgo(cameBackSince, ANNA, limit.plusDays(20));
        needs.does(cameBackSince, NeedAct.UNASSIGN, "coordinator");

        String page = coordinator.get("/needs/conference").body();

        assertThat(part(page, "waiting"))
                .contains(open.toString(), "open", "14 dagen", asked.toString(), "gevraagd", "17 dagen")
                .contains("al langer dan 14 dagen heeft niemand ze opgepakt")
                .doesNotContain(notYet.toString(), cameBackSince.toString());
        assertThat(part(page, "overdue")).doesNotContain(open.toString(), asked.toString());
        assertThat(page).contains("2 hulpvragen, stand van");
        assertThat(coordinator
                        .get("/needs/conference", "Accept-Language", "en-GB")
                        .body())
                .contains("or nobody has accepted them for more than 14 days.");
    }

    private UUID raised(Duration ago) {
        return needs.raised(NeedsStand.TEAM, Topic.HOUSING, "Tiel", ago, Urgency.ROUTINE);
    }

    @Test
    void whatWasHandedOverIsNotOverdueFromLongBefore() {
        UUID need = needs.raised(2 * 24 * 60, Urgency.NOW);
        needs.acceptedLongAgo(need, ANNA, Duration.ofDays(2).minusMinutes(5));
        needs.does(need, NeedAct.UNASSIGN, "coordinator");

        assertThat(part(coordinator.get("/needs/conference").body(), "overdue")).doesNotContain(need.toString());
        assertThat(coordinator.get("/needs?overdue=on").body()).doesNotContain(need.toString());
        assertThat(coordinator.get("/needs/" + need).body())
                .contains("Oppakken voor 23:45")
                .doesNotContain("te laat");
    }

    @Test
    void tellsWhichTrajectoriesStandStill() {
        installs.set(FakeInstalls.carriedBy(ANNA, "annas-phone"));
        LocalDate limit = LocalDate.of(2025, 2, 14);
        UUID still = UUID.fromString("abcdef01-0000-4000-8000-000000000001");
        UUID goesOn = UUID.fromString("abcdef02-0000-4000-8000-000000000002");
        UUID ended = UUID.fromString("abcdef03-0000-4000-8000-000000000003");
        UUID elsewhere = UUID.fromString("abcdef04-0000-4000-8000-000000000004");
        tell(1, NeedsStand.TEAM, still, limit.minusDays(40), START);
        tell(2, NeedsStand.TEAM, still, limit.minusDays(1), new InPhase(Phase.EXECUTION, true));
        tell(3, NeedsStand.TEAM, still, limit.plusDays(9), new InPhase(Phase.AFTERCARE, true));
        events.takeBack(List.of(new StoredTakeBack(EventSamples.id(3), NeedsStand.TEAM)))
                .block();
        tell(4, NeedsStand.TEAM, goesOn, limit.minusDays(40), START);
        tell(5, NeedsStand.TEAM, goesOn, limit, new InPhase(Phase.CONTACT, true));
        tell(6, NeedsStand.TEAM, ended, limit.minusDays(40), START);
        tell(7, NeedsStand.TEAM, ended, limit.minusDays(30), new End(TrajectoryEnd.COMPLETED));
        tell(8, "not a team here", elsewhere, limit.minusDays(40), START);

        String page = coordinator.get("/needs/conference").body();
        assertThat(part(page, "trajectories"))
                .contains("abcdef01", "uitvoering", "13 februari 2025", "IrisZorg", "90 dagen", ">1<")
                .contains("langer dan 3 maanden")
                .doesNotContain("abcdef02", "abcdef03", "abcdef04", "nazorg", still.toString())
                .doesNotContainIgnoringCase("anna");
    }

    private void tell(long number, String team, UUID trajectory, LocalDate on, What what) {
        events.insert(List.of(new StoredEvent(
                        EventSamples.id(number),
                        "annas-phone",
                        team,
                        new ContentHash(number, number),
                        new StoredEvent.OfTrajectory(new TrajectoryStep(trajectory, on, what)),
                        on)))
                .block();
    }

    @Test
    void namesNobody() {
        for (String person : new String[] {ANNA, BAS, CARLA}) {
            needs.accept(needs.raised(61, Urgency.NOW, Signal.MINOR), person);
        }
        String page = coordinator.get("/needs/conference").body();
        String list = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
        assertThat(list).contains("IrisZorg", "Moviera").doesNotContainIgnoringCase("anna");
        assertThat(list).doesNotContain("Bas", "bas<", "Carla", "carla", "worker");
    }

    @Test
    void saysWhenThereIsNothing() {
        assertThat(coordinator.get("/needs/conference").body()).contains("Geen hulpvragen, stand van", "Geen.");
        assertThat(coordinator
                        .get("/needs/conference", "Accept-Language", "en-GB")
                        .body())
                .contains("No needs, as of", "For more than 14 days with the same case manager.");
        assertThatThrownBy(() -> new ConferenceProperties(0, 1)).hasMessageContaining("bereik.conference.stuck-days");
        assertThatThrownBy(() -> new ConferenceProperties(1, 0))
                .hasMessageContaining("bereik.conference.trajectory-stuck-months");
    }

    private static String part(String page, String code) {
        int from = page.indexOf("id=\"part-" + code + "\"");
        return page.substring(from, page.indexOf("</section>", from));
    }
}
