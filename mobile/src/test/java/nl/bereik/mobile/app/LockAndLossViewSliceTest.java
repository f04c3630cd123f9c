package nl.bereik.mobile.app;

import static nl.bereik.mobile.app.Fingers.press;
import static nl.bereik.mobile.app.Fingers.shown;
import static nl.bereik.mobile.app.Fingers.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.WireReply;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.sync.PushReply;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.protocol.wipe.Orders;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Hiding, locking, waiting, running out of leave and being erased, on the screen. */
class LockAndLossViewSliceTest extends PhoneOnScreen {
    @Test
    void aQuickStrokeSidewaysHidesFromEveryScreen(FxRobot robot) {
        assertHides(robot, () -> {});
        Fingers.choosePin(robot);
        for (String way : new String[] {"new-contact", "settings", "enrol"}) {
            assertHides(robot, () -> press(robot, "#" + way));
            press(robot, "#hidden");
            Fingers.unlock(robot);
        }
    }

    private void assertHides(FxRobot robot, Runnable getThere) {
        getThere.run();
        stroke(robot, screens.root(), 330, 60, 20, Duration.ofMillis(300));
        assertThat(shown(robot, "#hidden")).isTrue();
        assertThat(screens.hiddenProperty().get()).isTrue();
        try (Phone free = Phone.exists(stand.parts) ? Phone.open(stand.parts, PhoneSamples.PIN) : null) {
            // Opening it proves that the app has closed it.
            assertThat(screens.root().getChildren()).hasSize(1);
        }
        if (!Phone.exists(stand.parts)) {
            press(robot, "#hidden");
        }
    }

    @Test
    void whatIsSlowShortSlantingOrInATextHidesNothing(FxRobot robot) {
        Fingers.choosePin(robot);
        press(robot, "#enrol");
        stroke(robot, screens.root(), 330, 60, 20, Duration.ofMillis(800));
        stroke(robot, screens.root(), 330, 200, 20, Duration.ofMillis(300));
        stroke(robot, screens.root(), 330, 60, 200, Duration.ofMillis(300));
        stroke(robot, Objects.requireNonNull(scene.lookup("#enrol-server")), 330, 60, 5, Duration.ofMillis(300));
        assertThat(shown(robot, "#enrol-go")).isTrue();
    }

    @Test
    void escapeHidesAtADesktopAndTheClockLeadsOnlyToTheLock(FxRobot robot) {
        Fingers.choosePin(robot);
        press(robot, "#new-contact");
        robot.type(KeyCode.ESCAPE);
        assertThat(shown(robot, "#hidden")).isTrue();
        robot.interact(stand.device.pause);
        assertThat(shown(robot, "#hidden")).isTrue();
        press(robot, "#hidden");
        assertThat(shown(robot, "#pin-confirm")).isTrue();
    }

    @Test
    void wrongPinsAreFollowedByAWaitThatCountsDown(FxRobot robot) {
        Fingers.choosePin(robot);
        robot.interact(screens::lock);
        for (int i = 0; i < 4; i++) {
            Fingers.type(robot, "000000");
            press(robot, "#pin-confirm");
        }
        assertThat(text(robot, "#pin-remark")).isEqualTo("Te vaak een verkeerde pincode. Wacht nog 0:30.");
        assertThat(scene.lookup("#pin-1").isDisabled()).isTrue();
        stand.clock.pass(Duration.ofSeconds(21));
        robot.interact(() -> stand.delays.pass(Duration.ofSeconds(1)));
        assertThat(text(robot, "#pin-remark")).endsWith("Wacht nog 0:09.");
        stand.clock.pass(Duration.ofSeconds(9));
        robot.interact(() -> stand.delays.pass(Duration.ofSeconds(1)));
        Fingers.unlock(robot);
        assertThat(shown(robot, "#new-contact")).isTrue();
    }

    @Test
    void whoHasNotSyncedForTooLongSyncsFirst(FxRobot robot) {
        PushItem waiting = enrolAndLog(robot);
        stand.clock.pass(Duration.ofDays(14));
        Fingers.unlock(robot);
        assertThat(shown(robot, "#barred")).isTrue();
        assertThat(scene.lookup(".line")).isNull();
        assertThat(shown(robot, "#seal")).isTrue();
        assertThat(text(robot, "#barred-told")).startsWith("Geen bereik");
        Fingers.assertTargets(robot, scene);
        serverTakes(waiting);
        press(robot, "#barred-sync");
        assertThat(shown(robot, "#barred")).isFalse();
        assertThat(shown(robot, "#new-contact")).isTrue();
    }

    @Test
    void aRevokedPhoneShowsNothingAndKeepsWhatWaits(FxRobot robot) {
        enrolAndLog(robot);
        stand.replies.add(() -> refusal(Refusal.Reason.REVOKED_INSTALL));
        Fingers.unlock(robot);
        assertThat(shown(robot, "#barred-enrol")).isTrue();
        assertThat(scene.lookup(".line")).isNull();
        press(robot, "#barred-lock");
        Fingers.unlock(robot);
        assertThat(shown(robot, "#barred-enrol")).isTrue();
        robot.interact(screens::lock);
        try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
            assertThat(phone.outbox().status().waiting()).isEqualTo(1);
        }
    }

    @Test
    void anOrderHeardAtTheLockScreenErasesThePhone(FxRobot robot) throws Exception {
        enrolAndLog(robot);
        stand.orders = request -> request.path().equals(SyncPaths.WIPED)
                ? new WireReply(204, Map.of(), new byte[0])
                : new WireReply(200, Map.of(), new Orders("token").encode());
        robot.interact(() -> stand.delays.pass(LockedWatch.EVERY));
        assertThat(stand.asked).last().isEqualTo(SyncPaths.WIPED);
        assertThat(stand.parts.disk().names()).isEmpty();
        assertThat(text(robot, "#pin-remark")).contains("laten wissen");
        assertThat(text(robot, ".pin-title")).isEqualTo("Kies een pincode");
    }

    @Test
    void anOrderHeardWhileSyncingErasesThePhone(FxRobot robot) throws Exception {
        enrolAndLog(robot);
        stand.orders = request -> request.path().equals(SyncPaths.WIPED)
                ? new WireReply(204, Map.of(), new byte[0])
                : new WireReply(200, Map.of(), new Orders("token").encode());
        stand.replies.add(() -> refusal(Refusal.Reason.WIPE_ORDERED));
        Fingers.unlock(robot);
        assertThat(text(robot, "#pin-remark")).contains("laten wissen");
        assertThat(stand.parts.disk().names()).isEmpty();
    }

    @Test
    void anOrderHeardWhileHiddenErasesThePhoneAndShowsNothing(FxRobot robot) throws Exception {
        enrolAndLog(robot);
        press(robot, "#hide");
        stand.orders = request -> request.path().equals(SyncPaths.WIPED)
                ? new WireReply(204, Map.of(), new byte[0])
                : new WireReply(200, Map.of(), new Orders("token").encode());
        robot.interact(() -> stand.delays.pass(LockedWatch.EVERY));
        assertThat(stand.parts.disk().names()).isEmpty();
        assertThat(shown(robot, "#hidden")).isTrue();
    }

    /** Ends locked, with one contact that waits. */
    private PushItem enrolAndLog(FxRobot robot) {
        Fingers.choosePin(robot);
        robot.interact(screens::lock);
        try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
            PhoneSamples.enrol(phone);
            phone.outbox().sending().synced(Custody.NONE);
            phone.outbox().save(PhoneSamples.contact());
            return phone.outbox().sending().unsent().get(0);
        }
    }

    private void serverTakes(PushItem item) {
        Custody custody = new Custody(1, List.of(), 1, ContentHash.of(item));
        PushReply taken =
                new PushReply(stand.clock.instant(), List.of(ItemOutcome.of(item, Verdict.ACCEPTED)), custody);
        stand.replies.add(() -> new WireReply(200, Map.of(), taken.encode()));
        stand.replies.add(() -> new WireReply(304, Map.of(Custody.HEADER, custody.toHeader()), new byte[0]));
    }

    private WireReply refusal(Refusal.Reason reason) {
        return new WireReply(reason.status(), Map.of(), new Refusal(reason, null, stand.clock.instant()).encode());
    }

    private void stroke(FxRobot robot, Node from, double startX, double endX, double down, Duration takes) {
        robot.interact(() -> Event.fireEvent(from, mouse(MouseEvent.MOUSE_PRESSED, startX, 400)));
        stand.clock.pass(takes);
        robot.interact(() -> Event.fireEvent(from, mouse(MouseEvent.MOUSE_RELEASED, endX, 400 + down)));
    }

    private MouseEvent mouse(EventType<MouseEvent> type, double x, double y) {
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                new PickResult(screens.root(), x, y));
    }
}
