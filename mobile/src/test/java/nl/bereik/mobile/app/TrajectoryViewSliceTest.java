package nl.bereik.mobile.app;

import static nl.bereik.mobile.app.Fingers.assertTargets;
import static nl.bereik.mobile.app.Fingers.choice;
import static nl.bereik.mobile.app.Fingers.press;
import static nl.bereik.mobile.app.Fingers.shown;
import static nl.bereik.mobile.app.Fingers.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import nl.bereik.mobile.need.NeedSamples;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.trajectory.KnownTrajectory;
import nl.bereik.mobile.trajectory.Trajectories;
import nl.bereik.protocol.activity.ActivityCodec;
import nl.bereik.protocol.activity.Registration;
import nl.bereik.protocol.activity.RegistrationSource;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.takeback.TakeBackCodec;
import nl.bereik.protocol.target.TargetFigure;
import nl.bereik.protocol.target.TargetProgress;
import nl.bereik.protocol.trajectory.Phase;
import nl.bereik.protocol.trajectory.Trajectory.Told;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStep.InPhase;
import nl.bereik.protocol.trajectory.TrajectoryView;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Trajectories, what the server refused of them, and the team's targets on a headless screen. */
class TrajectoryViewSliceTest extends PhoneOnScreen {
    private static final TrajectoryStep.Start START =
            new TrajectoryStep.Start(Gender.MAN, AgeBand.FROM_21_TO_26, true, null, null);

    private static final UUID NEED = NeedSamples.id(1);

    @Test
    void aTrajectoryIsStartedFromANeed(FxRobot robot) {
        with(robot, phone -> {
            PhoneSamples.enrol(phone);
            NeedSamples.pull(
                    phone,
                    NeedSamples.view(
                            NeedSamples.need(NEED, Topic.HOUSING, Urgency.TODAY),
                            NEED,
                            NeedStatus.IN_PROGRESS,
                            NeedSamples.ME,
                            Party.CASE_MANAGER,
                            Party.ASSIGNEE));
        });
        press(robot, "#needs");
        robot.interact(() -> NeedShots.pile(scene, 1));
        press(robot, ".line-button");
        press(robot, "#start-trajectory");
        assertThat(robot.lookup(".muted").queryAll())
                .anySatisfy(node -> assertThat(((Label) node).getText()).isEqualTo("Komt uit een hulpvraag"));
        robot.interact(() -> {
            choice(scene, "gender", 0).fire();
            choice(scene, "ageBand", 3).fire();
        });
        press(robot, "#save-trajectory");
        assertThat(text(robot, "#trajectory-stands")).isEqualTo("Loopt");
        press(robot, "#back");
        assertThat(shown(robot, "#start-trajectory")).as("back at the need").isTrue();
        look(robot, phone -> assertThat(new Trajectories(phone).all())
                .singleElement()
                .satisfies(
                        known -> assertThat(known.trajectory().start().need()).isEqualTo(NEED)));
    }

    @Test
    void aRefusedStartIsToldAgainAsItWas(FxRobot robot) {
        with(robot, phone -> {
            PhoneSamples.enrol(phone);
            Trajectories trajectories = new Trajectories(phone);
            UUID start = trajectories.start(START, PhoneSamples.SHIFT.minusDays(3));
            PhoneSamples.settle(phone, start, Verdict.REJECTED, new FieldProblem("on", Reason.DATE_IN_FUTURE));
        });
        press(robot, ".other-line");
        press(robot, "#redo");
        assertThat(shown(robot, "#refused")).isTrue();
        assertThat(((ToggleButton) choice(scene, "involuntary", 1)).isSelected())
                .isTrue();
        assertTargets(robot, scene);
        robot.interact(() -> choice(scene, "gender", 0).fire());
        press(robot, "#save-trajectory");
        assertThat(robot.lookup("#redo").tryQuery()).isEmpty();
        look(robot, phone -> {
            KnownTrajectory known = new Trajectories(phone).all().get(0);
            assertThat(known.trajectory().start().gender()).isEqualTo(Gender.WOMAN);
            assertThat(known.trajectory().startedOn()).isEqualTo(PhoneSamples.SHIFT.minusDays(3));
            assertThat(phone.outbox().items()).extracting(OutboxItem::state).containsExactly(ItemState.WAITING);
        });
    }

    @Test
    void aRefusedStartIsTakenBackAndStartedAnew(FxRobot robot) {
        with(robot, phone -> {
            PhoneSamples.enrol(phone);
            UUID start = new Trajectories(phone).start(START, PhoneSamples.SHIFT);
            PhoneSamples.settle(phone, start, Verdict.REJECTED, new FieldProblem("on", Reason.DATE_IN_FUTURE));
        });
        press(robot, ".other-line");
        press(robot, "#take-back-step");
        press(robot, "#confirm");
        assertThat(shown(robot, "#trajectory-gone")).isTrue();
        press(robot, "#back");
        assertThat(robot.lookup(".other-line").tryQuery()).isEmpty();
        press(robot, "#other");
        press(robot, "#trajectories");
        press(robot, "#start-trajectory");
        assertThat(shown(robot, "#gender")).isTrue();
        assertThat(((ToggleButton) choice(scene, "gender", 1)).isSelected())
                .as("nothing is kept of it")
                .isFalse();
    }

    @Test
    void whatTheServerWouldNotTakeBackSaysWhyAndIsPutAway(FxRobot robot) {
        with(robot, phone -> {
            PhoneSamples.enrol(phone);
            UUID told = phone.outbox().newId();
            phone.outbox()
                    .others()
                    .save(
                            told,
                            Registration.KIND,
                            ActivityCodec.SCHEMA,
                            ActivityCodec.encode(
                                    new Registration(PhoneSamples.SHIFT, RegistrationSource.CARE, "Tiel", Map.of())));
            PhoneSamples.settle(phone, told, Verdict.ACCEPTED);
            UUID takeBack =
                    phone.outbox().others().takeBack(told, phone.outbox().newId());
            PhoneSamples.settle(phone, takeBack, Verdict.REJECTED, new FieldProblem("item", Reason.NOT_APPLICABLE));
        });
        press(robot, ".other-line");
        assertThat(text(robot, "#refused")).isNotBlank();
        assertTargets(robot, scene);
        press(robot, "#put-away");
        press(robot, "#confirm");
        assertThat(robot.lookup(".state-needs_repair").tryQuery()).isEmpty();
        look(robot, phone -> assertThat(phone.outbox().items()).noneMatch(item -> item.isKind(TakeBackCodec.KIND)));
    }

    @Test
    void aPhoneThatIsNotTouchedLocksOverTheFormAndSaysWhatIsLost(FxRobot robot) {
        Fingers.choosePin(robot);
        press(robot, "#other");
        press(robot, "#trajectories");
        press(robot, "#start-trajectory");
        robot.interact(() -> choice(scene, "gender", 0).fire());
        Duration idle = Duration.ofMinutes(5);
        stand.clock.pass(idle);
        robot.interact(() -> stand.delays.pass(idle));
        assertThat(shown(robot, "#pin-confirm")).isTrue();
        assertThat(scene.lookup("#gender")).isNull();
        Fingers.unlock(robot);
        assertThat(text(robot, ".notice .strong")).isEqualTo("Een melding is niet bewaard");
        look(robot, phone -> assertThat(phone.outbox().items()).isEmpty());
    }

    @Test
    void anUntouchedFormThatIsLockedLosesNothingToTellOf(FxRobot robot) {
        Fingers.choosePin(robot);
        press(robot, "#other");
        press(robot, "#trajectories");
        press(robot, "#start-trajectory");
        robot.interact(screens::lock);
        Fingers.unlock(robot);
        assertThat(robot.lookup(".notice").tryQuery()).isEmpty();
    }

    @Test
    void whatACollegueToldStandsInTheListAndCanBeGoneOnWith(FxRobot robot) {
        UUID id = new UUID(5, 5);
        with(robot, phone -> {
            PhoneSamples.enrol(phone);
            phone.state()
                    .pulled(new StateReply(
                            List.of(new TrajectoryView(
                                            id,
                                            List.of(
                                                    told(1, id, START, 9),
                                                    told(2, id, new InPhase(Phase.CONTACT, true), 5)))
                                    .record()),
                            List.of()));
        });
        press(robot, "#other");
        press(robot, "#trajectories");
        press(robot, ".line-button");
        assertThat(shown(robot, "#phase-contact")).isTrue();
        assertThat(((ToggleButton) scene.lookup("#phase-contact")).isSelected()).isTrue();
        press(robot, "#phase-orientation");
        press(robot, "#phase-contact");
        assertThat(shown(robot, "#phase-contact")).isTrue();
        assertThat(((ToggleButton) scene.lookup("#phase-contact")).isSelected()).isFalse();
        assertThat(robot.lookup("#history .line").queryAll()).hasSize(4);
        assertTargets(robot, scene);
    }

    @Test
    void theTeamsTargetsStandUnderTheOwnMonth(FxRobot robot) {
        with(robot, phone -> {
            PhoneSamples.enrol(phone);
            TargetProgress target = new TargetProgress(
                    ReportingPeriod.parse("2026"), TargetFigure.CONTACTS, 400, 64, LocalDate.of(2026, 3, 5));
            phone.state().pulled(new StateReply(List.of(target.record()), List.of()));
        });
        press(robot, "#other");
        press(robot, "#month");
        assertThat(shown(robot, "#month-targets")).isTrue();
        assertThat(scene.lookup("#target-2026-CONTACTS").getAccessibleText())
                .isEqualTo("Contacten. 64 van 400. In dit tempo 365 op 31 december. 2026 · geteld tot en met 5 maart");
        assertTargets(robot, scene);
    }

    @Test
    void aPhoneThatHeardOfNoTargetsSaysSo(FxRobot robot) {
        Fingers.choosePin(robot);
        press(robot, "#other");
        press(robot, "#month");
        assertThat(text(robot, "#month-targets .strong")).isEqualTo("Geen aantallen afgesproken");
    }

    private static Told told(long item, UUID trajectory, TrajectoryStep.What what, int daysAgo) {
        return new Told(new UUID(6, item), new TrajectoryStep(trajectory, PhoneSamples.SHIFT.minusDays(daysAgo), what));
    }

    private void with(FxRobot robot, Consumer<Phone> filled) {
        Fingers.choosePin(robot);
        look(robot, filled);
        Fingers.unlock(robot);
    }

    private void look(FxRobot robot, Consumer<Phone> work) {
        robot.interact(screens::lock);
        robot.interact(() -> {
            try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
                work.accept(phone);
            }
        });
    }
}
