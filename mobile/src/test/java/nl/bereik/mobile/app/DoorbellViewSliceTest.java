package nl.bereik.mobile.app;

import static nl.bereik.mobile.app.Fingers.press;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import nl.bereik.mobile.need.NeedSamples;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.Doorbell;
import nl.bereik.mobile.sync.WireReply;
import nl.bereik.protocol.need.NeedView;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.sync.Custody;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The server rings while the app is open; the phone pulls and says that something has come, and not what. */
class DoorbellViewSliceTest extends PhoneOnScreen {
    @Test
    void aRingPullsAndABannerWithoutContentLeadsToTheNeeds(FxRobot robot) {
        unlocked(robot);
        assertThat(banner(robot)).isEmpty();
        ring(robot, NeedSamples.open(NeedSamples.id(1)));
        assertThat(banner(robot).map(Button::getText)).contains("Nieuw bericht");
        assertThat(banner(robot).map(Button::getAccessibleText)).contains("Nieuw bericht");
        Fingers.assertTargets(robot, scene);
        press(robot, "#news");
        assertThat(banner(robot)).isEmpty();
        assertThat(robot.lookup(".needs .line-button").queryAll()).hasSize(1);
    }

    @Test
    void theBannerStaysOverOtherScreensAndGoesByItself(FxRobot robot) {
        unlocked(robot);
        ring(robot, NeedSamples.open(NeedSamples.id(1)));
        press(robot, "#settings");
        assertThat(banner(robot)).isPresent();
        press(robot, "#back");
        robot.interact(() -> stand.delays.pass(NewsBanner.STAYS));
        assertThat(banner(robot)).isEmpty();
    }

    @Test
    void aRingWithoutNewsSaysNothing(FxRobot robot) {
        unlocked(robot);
        ring(robot);
        assertThat(banner(robot)).isEmpty();
    }

    @Test
    void whatIsBeingFilledInIsNotLostToTheBanner(FxRobot robot) {
        unlocked(robot);
        press(robot, "#needs");
        press(robot, "#raise-need");
        robot.interact(() -> {
            scene.getRoot().applyCss();
            ((ToggleButton) scene.lookup("#need-urgency").lookup(".toggle-button")).fire();
        });
        ring(robot, NeedSamples.open(NeedSamples.id(1)));
        press(robot, "#news");
        assertThat(robot.lookup("#save-need").tryQuery()).isPresent();
        assertThat(banner(robot)).isEmpty();
    }

    @Test
    void nobodyListensAndNothingIsSaidWhileTheAppIsLocked(FxRobot robot) {
        assertThat(stand.ears).isEmpty();
        unlocked(robot);
        ring(robot, NeedSamples.open(NeedSamples.id(1)));
        robot.interact(screens::lock);
        assertThat(banner(robot)).isEmpty();
        assertThat(stand.ears).isEmpty();
        Fingers.unlock(robot);
        assertThat(stand.ears).hasSize(1);
        robot.interact(() -> stand.device.pause.run());
        assertThat(stand.ears).as("out of the foreground").isEmpty();
    }

    private void unlocked(FxRobot robot) {
        Fingers.choosePin(robot);
        robot.interact(screens::lock);
        look(robot, phone -> {
            PhoneSamples.enrol(phone);
            NeedSamples.pullPeople(phone);
        });
        Fingers.unlock(robot);
        assertThat(stand.ears).hasSize(1);
    }

    /** Rings, and answers the sync that follows with these. */
    private void ring(FxRobot robot, NeedView... views) {
        String custody = Custody.NONE.toHeader();
        StateReply difference =
                new StateReply(List.of(views).stream().map(NeedView::record).toList(), List.of());
        robot.interact(() -> {
            stand.replies.add(() -> new WireReply(204, Map.of(Custody.HEADER, custody), new byte[0]));
            stand.replies.add(() -> new WireReply(200, Map.of(Custody.HEADER, custody), difference.encode()));
            List.copyOf(stand.ears).forEach(Doorbell.Ears::rung);
        });
        assertThat(stand.replies).as("it synced").isEmpty();
    }

    private static Optional<Button> banner(FxRobot robot) {
        return robot.lookup("#news").tryQuery();
    }

    private void look(FxRobot robot, Consumer<Phone> work) {
        robot.interact(() -> {
            try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
                work.accept(phone);
            }
        });
    }
}
