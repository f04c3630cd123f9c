package nl.bereik.mobile.app;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import nl.bereik.mobile.need.NeedSamples;
import nl.bereik.mobile.need.NeedText;
import nl.bereik.mobile.need.Needs;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.privacy.KeySamples;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.NeedView;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import org.jspecify.annotations.Nullable;

/** Needs for pictures; nobody in them exists. */
final class NeedShots {
    static final UUID SIGNAL = NeedSamples.id(1);
    static final UUID ASKED = NeedSamples.id(2);
    static final UUID MINE = NeedSamples.id(3);
    static final UUID LOST_RACE = NeedSamples.id(4);
    static final UUID DONE = NeedSamples.id(5);

    private NeedShots() {}

    /** Takes a picture of what is on the screen. */
    @FunctionalInterface
    interface Camera {
        void shoot(String name) throws IOException;
    }

    /** Pictures in a row, on a phone of their own. */
    @FunctionalInterface
    interface Story {
        void take(Stand stand, Scene scene, Runnable unlock, Runnable lock, Camera camera) throws IOException;
    }

    static void all(Stand stand, Scene scene, Runnable unlock, Runnable lock, Camera camera) throws IOException {
        try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
            raised(phone);
        }
        unlock.run();
        Stand.press(scene, "needs");
        camera.shoot("needs-raised");
        open(scene, 0);
        camera.shoot("need-refused");
        Stand.press(scene, "need-repair");
        camera.shoot("need-form-again");
        ((ScrollPane) scene.lookup(".scroll-pane")).setVvalue(1);
        camera.shoot("need-form-again-end");
        Stand.press(scene, "back");
        Stand.press(scene, "raise-need");
        Stand.press(scene, "save-need");
        camera.shoot("need-form-missing");
        ((TextInputControl) scene.lookup("#need-hint-text")).setText("Bel 06-12345678");
        ((ToggleButton) scene.lookup("#need-urgency")
                        .lookupAll(".toggle-button")
                        .toArray()[0])
                .fire();
        ((ToggleButton) scene.lookup("#need-life_domain")
                        .lookupAll(".toggle-button")
                        .toArray()[5])
                .fire();
        Stand.press(scene, "save-need");
        camera.shoot("need-form-found");
        lock.run();

        try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
            caseload(phone);
        }
        unlock.run();
        camera.shoot("today-needs");
        Stand.press(scene, "needs");
        camera.shoot("needs-new");
        open(scene, 0);
        camera.shoot("need-new");
        Stand.press(scene, "act-accept");
        camera.shoot("need-accepted");
        Stand.press(scene, "act-decline");
        camera.shoot("need-decline");
        Stand.press(scene, "decline-keep");
        Stand.press(scene, "back");
        pile(scene, 1);
        camera.shoot("needs-mine");
        pile(scene, 2);
        camera.shoot("needs-waiting");
        open(scene, 0);
        camera.shoot("need-lost-race");
        Stand.press(scene, "back");
        pile(scene, 3);
        camera.shoot("needs-done");
        open(scene, 0);
        camera.shoot("need-done");
        lock.run();
    }

    /** What a worker raised: one that waits, one that the server refused, one with an end. */
    static void raised(Phone phone) {
        KeySamples.give(phone, KeySamples.key(1));
        Needs needs = new Needs(phone);
        needs.raise(
                needs.newId(),
                NeedSamples.draft(Map.of(NeedText.HINT, "Groene muts", NeedText.MEETING, "Morgen bij de bus")));
        NeedSamples.settle(phone, Verdict.REJECTED, new FieldProblem("area", Reason.UNKNOWN_CODE));
        needs.raise(needs.newId(), NeedSamples.draft(Map.of()));
        UUID id = NeedSamples.id(9);
        NeedSamples.pull(
                phone,
                NeedSamples.view(
                        NeedSamples.need(id, Topic.ADDICTION, Urgency.WEEK),
                        id,
                        NeedStatus.IN_PROGRESS,
                        "Noor (IrisZorg)",
                        Party.RAISER));
    }

    /** What a case manager has: a signal, one asked, one in hand, one that another took first, one done. */
    static void caseload(Phone phone) {
        KeySamples.give(phone, KeySamples.key(1));
        NeedView race = view(LOST_RACE, Topic.MENTAL_HEALTH, Urgency.TODAY, NeedStatus.OPEN, null);
        NeedSamples.pull(
                phone,
                view(SIGNAL, Topic.SAFETY, Urgency.NOW, NeedStatus.OPEN, null, Signal.MINOR),
                view(ASKED, Topic.HOUSING, Urgency.WEEK, NeedStatus.ASSIGNED, NeedSamples.ME),
                view(MINE, Topic.ADDICTION, Urgency.TODAY, NeedStatus.IN_PROGRESS, NeedSamples.ME),
                race,
                view(DONE, Topic.INCOME_DEBT, Urgency.ROUTINE, NeedStatus.DONE, NeedSamples.ME));
        new Needs(phone).act(NeedCommand.of(LOST_RACE, NeedAct.ACCEPT));
        NeedSamples.settle(phone, Verdict.REJECTED, new FieldProblem("", Reason.ALREADY_TAKEN));
        NeedSamples.pull(
                phone, view(LOST_RACE, Topic.MENTAL_HEALTH, Urgency.TODAY, NeedStatus.ACCEPTED, "Noor (IrisZorg)"));
    }

    private static NeedView view(
            UUID id, Topic domain, Urgency urgency, NeedStatus status, @Nullable String assignee, Signal... signals) {
        boolean mine = NeedSamples.ME.equals(assignee);
        Instant raised = PhoneSamples.EVENING.minus(Duration.ofHours(26));
        return new NeedView(
                id,
                NeedSamples.need(id, domain, urgency, signals),
                new NeedState(status, "Sam", assignee, Set.of()),
                mine ? Set.of(Party.CASE_MANAGER, Party.ASSIGNEE) : Set.of(Party.CASE_MANAGER),
                status == NeedStatus.OPEN
                        ? List.of(new NeedEvent(NeedEvent.RAISED, "Sam", raised, null, null))
                        : List.of(
                                new NeedEvent(NeedEvent.RAISED, "Sam", raised, null, null),
                                new NeedEvent(
                                        NeedAct.ASSIGN.name(),
                                        "",
                                        raised.plusSeconds(60),
                                        "Mila",
                                        "domein HOUSING, gebied Nijmegen, caseload 2 van 4"),
                                new NeedEvent(NeedAct.DECLINE.name(), "Mila", raised.plusSeconds(3600), null, "FULL"),
                                new NeedEvent("SPLIT", "Sam", PhoneSamples.EVENING, null, null)));
    }

    static void open(Scene scene, int which) {
        scene.getRoot().applyCss();
        Node line = (Node) scene.getRoot().lookupAll(".line-button").toArray()[which];
        line.executeAccessibleAction(AccessibleAction.FIRE);
    }

    static void pile(Scene scene, int which) {
        scene.getRoot().applyCss();
        ((ToggleButton) scene.lookup("#piles").lookupAll(".toggle-button").toArray()[which]).fire();
    }
}
