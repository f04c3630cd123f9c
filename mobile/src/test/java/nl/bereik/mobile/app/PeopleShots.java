package nl.bereik.mobile.app;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import nl.bereik.mobile.need.NeedSamples;
import nl.bereik.mobile.need.Needs;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.privacy.KeySamples;
import nl.bereik.mobile.sync.Doorbell;
import nl.bereik.mobile.sync.WireReply;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.NeedView;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import org.jspecify.annotations.Nullable;

/** Needs that name people, and word of something new, for pictures; nobody in them exists. */
final class PeopleShots {
    static final UUID MINE = NeedSamples.id(21);
    static final UUID BESIDE = NeedSamples.id(22);
    static final UUID REFUSED = NeedSamples.id(23);
    static final UUID DECLINED = NeedSamples.id(24);
    static final UUID FRESH = NeedSamples.id(25);
    private static final Instant RAISED = PhoneSamples.EVENING.minus(Duration.ofHours(26));

    private PeopleShots() {}

    static void all(Stand stand, Scene scene, Runnable unlock, Runnable lock, NeedShots.Camera camera)
            throws IOException {
        try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
            PhoneSamples.enrol(phone);
            caseload(phone);
        }
        unlock.run();
        news(stand);
        camera.shoot("news-banner");
        Stand.press(scene, "settings");
        camera.shoot("news-banner-settings");
        Stand.press(scene, "news");
        NeedShots.pile(scene, 1);
        camera.shoot("people-mine");
        NeedShots.open(scene, 1);
        camera.shoot("people-need");
        bottom(scene);
        camera.shoot("people-timeline");
        Stand.press(scene, "act-transfer");
        Stand.press(scene, "colleague-chosen");
        camera.shoot("people-choose-missing");
        pick(scene, 2);
        camera.shoot("people-choose");
        Stand.press(scene, "colleague-chosen");
        camera.shoot("people-transferred");
        Stand.press(scene, "back");
        NeedShots.pile(scene, 1);
        NeedShots.open(scene, 0);
        camera.shoot("people-refused");
        Stand.press(scene, "back");
        NeedShots.open(scene, 1);
        camera.shoot("people-beside");
        Stand.press(scene, "back");
        NeedShots.pile(scene, 2);
        camera.shoot("people-waiting");
        Stand.press(scene, "raise-need");
        scene.getRoot().applyCss();
        ((ToggleButton) scene.lookup("#need-partner")
                        .lookupAll(".toggle-button")
                        .toArray()[1])
                .fire();
        ((ScrollPane) scene.lookup(".scroll-pane")).setVvalue(0.45);
        camera.shoot("people-form");
        lock.run();
    }

    /** What a case manager has to do with others. */
    static void caseload(Phone phone) {
        KeySamples.give(phone, KeySamples.key(1));
        NeedSamples.pullPeople(phone);
        NeedSamples.pull(
                phone,
                view(MINE, Topic.HOUSING, Urgency.TODAY, mine(NeedStatus.IN_PROGRESS, NeedSamples.OTHER), history()),
                view(
                        BESIDE,
                        Topic.ADDICTION,
                        Urgency.TODAY,
                        new NeedState(NeedStatus.ACCEPTED, "sam", NeedSamples.OTHER, Set.of(NeedSamples.ME)),
                        List.of(
                                event("ACCEPT", NeedSamples.OTHER, 2, null, null),
                                event("REFER", NeedSamples.OTHER, 3, NeedSamples.ME, null))),
                view(REFUSED, Topic.SAFETY, Urgency.NOW, mine(NeedStatus.ACCEPTED), List.of()),
                view(
                        DECLINED,
                        Topic.EXIT,
                        Urgency.WEEK,
                        new NeedState(NeedStatus.DECLINED, "sam", null, Set.of()),
                        List.of(event("DECLINE", NeedSamples.ME, 5, null, "FULL"))));
        new Needs(phone).act(new NeedCommand(REFUSED, NeedAct.TRANSFER, NeedSamples.OTHER, null));
        NeedSamples.settle(phone, Verdict.REJECTED, new FieldProblem("to", Reason.NO_SUCH_PERSON));
    }

    private static NeedState mine(NeedStatus status, String... beside) {
        return new NeedState(status, "sam", NeedSamples.ME, Set.of(beside));
    }

    private static List<NeedEvent> history() {
        return List.of(
                event("ASSIGN", "", 1, NeedSamples.OTHER, "RULE;domain=HOUSING;area=Tiel;language=ro;caseload=2/4"),
                event("ESCALATE", "", 1435, null, "COORDINATOR"),
                event("ASSIGN", "", 1440, NeedSamples.ME, "NEXT;domain=HOUSING;area=Tiel;caseload=1/3"),
                event("ACCEPT", NeedSamples.ME, 1445, null, null),
                event("REFER", NeedSamples.ME, 1450, NeedSamples.OTHER, null),
                event("SPLIT", "carla", 1460, "jo2@example.org", "BY_TOMORROW;x=1"));
    }

    private static NeedEvent event(String what, String by, int minutes, @Nullable String to, @Nullable String why) {
        return new NeedEvent(what, by, RAISED.plusSeconds(minutes * 60L), to, why);
    }

    private static NeedView view(UUID id, Topic domain, Urgency urgency, NeedState state, List<NeedEvent> done) {
        FollowUpNeed told = NeedSamples.need(id, domain, urgency);
        FollowUpNeed wished = new FollowUpNeed(
                told.contact(),
                told.on(),
                told.area(),
                told.lifeDomain(),
                told.urgency(),
                told.language(),
                "IRISZORG",
                id.equals(MINE) ? NeedSamples.OTHER : null,
                told.consent(),
                told.signals(),
                told.hint(),
                told.meeting(),
                told.note(),
                Map.of());
        List<NeedEvent> timeline = new ArrayList<>(List.of(event(NeedEvent.RAISED, "sam", 0, null, null)));
        timeline.addAll(done);
        boolean mine = NeedSamples.ME.equals(state.assignee());
        Set<Party> you = mine ? Set.of(Party.CASE_MANAGER, Party.ASSIGNEE) : Set.of(Party.CASE_MANAGER);
        return new NeedView(id, wished, state, you, timeline);
    }

    /** The server rings, and something new is pulled. */
    static void news(Stand stand) {
        NeedView fresh = view(FRESH, Topic.INCOME_DEBT, Urgency.WEEK, NeedState.raisedBy("sam"), List.of());
        Map<String, String> custody = Map.of(Custody.HEADER, Custody.NONE.toHeader());
        stand.replies.add(() -> new WireReply(204, custody, new byte[0]));
        stand.replies.add(
                () -> new WireReply(200, custody, new StateReply(List.of(fresh.record()), List.of()).encode()));
        List.copyOf(stand.ears).forEach(Doorbell.Ears::rung);
    }

    private static void bottom(Scene scene) {
        ((ScrollPane) scene.lookup(".scroll-pane")).setVvalue(1);
    }

    private static void pick(Scene scene, int which) {
        scene.getRoot().applyCss();
        Node line = (Node) scene.getRoot().lookupAll(".pick-line").toArray()[which];
        line.executeAccessibleAction(AccessibleAction.FIRE);
    }
}
