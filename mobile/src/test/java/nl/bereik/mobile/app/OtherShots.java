package nl.bereik.mobile.app;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.trajectory.Trajectories;
import nl.bereik.protocol.activity.ActivityCodec;
import nl.bereik.protocol.activity.Registration;
import nl.bereik.protocol.activity.RegistrationSource;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.target.TargetFigure;
import nl.bereik.protocol.target.TargetProgress;
import nl.bereik.protocol.trajectory.Phase;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.protocol.trajectory.TrajectoryStep.End;
import nl.bereik.protocol.trajectory.TrajectoryStep.InPhase;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;

/** Other events and trajectories for pictures; nobody in them exists. */
final class OtherShots {
    private OtherShots() {}

    static void all(Stand stand, Scene scene, Runnable unlock, Runnable lock, NeedShots.Camera camera)
            throws IOException {
        try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
            PhoneSamples.enrol(phone);
            fill(phone);
        }
        unlock.run();
        camera.shoot("other-today");
        Stand.press(scene, "other");
        camera.shoot("other-menu");
        Stand.press(scene, "other-registration");
        camera.shoot("other-registration");
        Stand.press(scene, "back");
        Stand.press(scene, "other-consultation");
        camera.shoot("other-consultation");
        Stand.press(scene, "back");
        Stand.press(scene, "other-prevention");
        Stand.press(scene, "save-other");
        camera.shoot("other-prevention-missing");
        choose(scene, "programme", 0);
        choose(scene, "audience", 1);
        Stand.press(scene, "digit-1");
        Stand.press(scene, "digit-2");
        camera.shoot("other-prevention");
        Stand.press(scene, "save-other");
        camera.shoot("other-saved");
        line(scene, ".state-needs_repair");
        camera.shoot("other-refused");
        Stand.press(scene, "take-back");
        camera.shoot("other-take-back");
        Stand.press(scene, "back");
        Stand.press(scene, "other");
        Stand.press(scene, "month");
        camera.shoot("month-no-targets");
        Stand.press(scene, "back");
        Stand.press(scene, "back");
        lock.run();
        try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
            targets(phone);
            refuseTakingBack(phone);
        }
        unlock.run();
        line(scene, ".state-needs_repair");
        camera.shoot("other-refused-for-good");
        Stand.press(scene, "put-away");
        camera.shoot("other-put-away");
        Stand.press(scene, "back");
        Stand.press(scene, "other");
        Stand.press(scene, "month");
        camera.shoot("month");
        ((ScrollPane) scene.lookup(".scroll-pane")).setVvalue(1);
        camera.shoot("month-end");
        Stand.press(scene, "back");
        Stand.press(scene, "trajectories");
        camera.shoot("trajectories");
        Stand.press(scene, "start-trajectory");
        camera.shoot("trajectory-start");
        Stand.press(scene, "back");
        line(scene, ".strong");
        camera.shoot("trajectory");
        ((ScrollPane) scene.lookup(".scroll-pane")).setVvalue(1);
        camera.shoot("trajectory-end");
        Stand.press(scene, "end-exited");
        Stand.press(scene, "confirm");
        camera.shoot("trajectory-exited");
        lock.run();
        try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
            NeedShots.caseload(phone);
            refusedStart(phone);
        }
        unlock.run();
        Stand.press(scene, "needs");
        NeedShots.pile(scene, 1);
        line(scene, ".strong");
        ((ScrollPane) scene.lookup(".scroll-pane")).setVvalue(1);
        camera.shoot("need-start-trajectory");
        Stand.press(scene, "start-trajectory");
        camera.shoot("trajectory-from-need");
        Stand.press(scene, "save-trajectory");
        camera.shoot("trajectory-missing");
        Stand.press(scene, "back");
        Stand.press(scene, "back");
        Stand.press(scene, "back");
        Stand.press(scene, "other");
        Stand.press(scene, "trajectories");
        camera.shoot("trajectories-refused");
        line(scene, ".problem");
        camera.shoot("trajectory-refused");
        Stand.press(scene, "redo");
        camera.shoot("trajectory-again");
        lock.run();
    }

    private static void fill(Phone phone) {
        UUID refused = phone.outbox().newId();
        phone.outbox()
                .others()
                .save(
                        refused,
                        Registration.KIND,
                        ActivityCodec.SCHEMA,
                        ActivityCodec.encode(
                                new Registration(PhoneSamples.SHIFT, RegistrationSource.CARE, "Druten", Map.of())));
        PhoneSamples.settle(phone, refused, Verdict.REJECTED, new FieldProblem("area", Reason.UNKNOWN_CODE));
        phone.outbox().save(PhoneSamples.contact());
        Trajectories trajectories = new Trajectories(phone);
        trajectories.start(
                new Start(Gender.WOMAN, AgeBand.FROM_27, false, null, null), PhoneSamples.SHIFT.minusDays(40));
        UUID ended = trajectories.all().get(0).id();
        trajectories.tell(ended, new End(TrajectoryEnd.COMPLETED), PhoneSamples.SHIFT.minusDays(10));
        trajectories.start(
                new Start(Gender.WOMAN, AgeBand.FROM_18_TO_20, true, ended, null), PhoneSamples.SHIFT.minusDays(9));
        UUID running = trajectories.all().get(0).id();
        trajectories.tell(running, new InPhase(Phase.CONTACT, true), PhoneSamples.SHIFT.minusDays(9));
        trajectories.tell(running, new InPhase(Phase.EXECUTION, true), PhoneSamples.SHIFT.minusDays(2));
    }

    private static void targets(Phone phone) {
        LocalDate through = PhoneSamples.SHIFT.minusDays(1);
        ReportingPeriod year = ReportingPeriod.parse("2026");
        phone.state()
                .pulled(new StateReply(
                        Stream.of(
                                        new TargetProgress(
                                                ReportingPeriod.parse("2026S1"),
                                                TargetFigure.PREVENTION_ACTIVITIES,
                                                8,
                                                9,
                                                through),
                                        new TargetProgress(year, TargetFigure.PEOPLE_IN_TRAJECTORY, 60, 7, through),
                                        new TargetProgress(year, TargetFigure.PROFESSIONALS_REACHED, 100, 31, through))
                                .map(TargetProgress::record)
                                .toList(),
                        List.of()));
    }

    /** A registration that the server would not take back. */
    private static void refuseTakingBack(Phone phone) {
        UUID told = phone.outbox().newId();
        phone.outbox()
                .others()
                .save(
                        told,
                        Registration.KIND,
                        ActivityCodec.SCHEMA,
                        ActivityCodec.encode(
                                new Registration(PhoneSamples.SHIFT, RegistrationSource.SELF, "Tiel", Map.of())));
        PhoneSamples.settle(phone, told, Verdict.ACCEPTED);
        UUID takeBack = phone.outbox().others().takeBack(told, phone.outbox().newId());
        PhoneSamples.settle(phone, takeBack, Verdict.REJECTED, new FieldProblem("item", Reason.NOT_APPLICABLE));
    }

    private static void refusedStart(Phone phone) {
        UUID start = new Trajectories(phone)
                .start(new Start(Gender.MAN, AgeBand.FROM_21_TO_26, false, null, null), PhoneSamples.SHIFT);
        PhoneSamples.settle(phone, start, Verdict.REJECTED, new FieldProblem("on", Reason.DATE_IN_FUTURE));
    }

    private static void line(Scene scene, String style) {
        scene.getRoot().applyCss();
        for (Node line : scene.getRoot().lookupAll(".line-button")) {
            if (line.lookup(style) != null) {
                line.executeAccessibleAction(AccessibleAction.FIRE);
                return;
            }
        }
        throw new AssertionError("no line " + style);
    }

    private static void choose(Scene scene, String field, int which) {
        scene.getRoot().applyCss();
        Node part = Objects.requireNonNull(scene.lookup("#" + field));
        Object[] buttons = part.lookupAll(".toggle-button").toArray();
        ((ToggleButton) buttons[which]).fire();
    }
}
