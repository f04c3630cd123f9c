package nl.bereik.mobile.app;

import static nl.bereik.mobile.app.Fingers.press;
import static nl.bereik.mobile.app.Fingers.shown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import nl.bereik.mobile.device.PushRegistration;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.WireReply;
import nl.bereik.protocol.push.Platform;
import nl.bereik.protocol.sync.Custody;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A device that can be nudged: its token goes to the server, until the user wants none of it. */
class PushViewSliceTest extends PhoneOnScreen {
    private final List<Consumer<String>> registered = new ArrayList<>();

    @Test
    void aDeviceThatCannotBeNudgedIsNotAskedAbout(FxRobot robot) {
        Fingers.choosePin(robot);
        press(robot, "#settings");
        assertThat(shown(robot, "#push-settings")).isFalse();
    }

    @Test
    void aTokenIsToldWhenItComesAndNoneWhenTurnedOff(FxRobot robot) {
        stand.device.push = new PushRegistration() {
            @Override
            public Optional<Platform> platform() {
                return Optional.of(Platform.ANDROID);
            }

            @Override
            public void register(Consumer<String> token) {
                registered.add(token);
            }
        };
        Fingers.choosePin(robot);
        robot.interact(screens::lock);
        robot.interact(() -> {
            try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
                PhoneSamples.enrol(phone);
            }
        });
        Fingers.unlock(robot);
        assertThat(registered).hasSize(2);
        robot.interact(() -> {
            answerASync();
            registered.get(1).accept("token");
        });
        assertThat(stand.replies).as("told").isEmpty();
        press(robot, "#settings");
        assertThat(shown(robot, "#push-settings")).isTrue();
        Fingers.assertTargets(robot, scene);
        robot.interact(() -> {
            answerASync();
            List<Node> choices = List.copyOf(scene.lookup("#push").lookupAll(".toggle-button"));
            ((ToggleButton) choices.get(1)).fire();
        });
        assertThat(stand.replies).as("told").isEmpty();
        robot.interact(screens::lock);
        Fingers.unlock(robot);
        assertThat(registered).as("not asked for any more").hasSize(2);
    }

    private void answerASync() {
        Map<String, String> custody = Map.of(Custody.HEADER, Custody.NONE.toHeader());
        stand.replies.add(() -> new WireReply(304, custody, new byte[0]));
        stand.replies.add(() -> new WireReply(204, Map.of(), new byte[0]));
    }
}
