package nl.bereik.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.testfx.api.FxRobot;

/** What tests of the screens do and see with a robot. */
final class Fingers {
    private static final double SMALLEST_TARGET = 44;

    private Fingers() {}

    static void choosePin(FxRobot robot) {
        for (int i = 0; i < 2; i++) {
            unlock(robot);
        }
    }

    static void unlock(FxRobot robot) {
        type(robot, PhoneSamples.PIN.digits());
        press(robot, "#pin-confirm");
    }

    static void type(FxRobot robot, String digits) {
        robot.interact(() -> Stand.type(Objects.requireNonNull(robot.window(0).getScene()), digits));
    }

    /** As a click, without the time that a mouse takes to get there. */
    static void press(FxRobot robot, String query) {
        settle(robot);
        Node node = robot.lookup(query).query();
        robot.interact(() -> {
            if (node instanceof ButtonBase button) {
                button.fire();
            } else {
                node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            }
        });
    }

    /** A button of a field, also one that lies below the fold; of a screen just shown, on the screen's thread. */
    static ButtonBase choice(Scene scene, String field, int which) {
        if (Platform.isFxApplicationThread()) {
            scene.getRoot().applyCss();
        }
        return (ButtonBase) Objects.requireNonNull(scene.lookup("#" + field))
                .lookupAll(".toggle-button")
                .toArray(Node[]::new)[which];
    }

    static boolean shown(FxRobot robot, String query) {
        settle(robot);
        return robot.lookup(query).tryQuery().map(Node::isVisible).orElse(false);
    }

    static String text(FxRobot robot, String query) {
        settle(robot);
        Control control = robot.lookup(query).query();
        return ((Labeled) control).getText();
    }

    /** All that can be touched is large enough and has a name. */
    static void assertTargets(FxRobot robot, Scene scene) {
        settle(robot);
        robot.interact(() -> scene.getRoot().layout());
        for (Node node : robot.lookup((Node any) -> any instanceof ButtonBase).queryAll()) {
            if (inSight(node)) {
                Bounds size = node.getLayoutBounds();
                assertThat(Math.min(size.getWidth(), size.getHeight()))
                        .as(node.toString())
                        .isGreaterThanOrEqualTo(SMALLEST_TARGET);
                String spoken =
                        node.getAccessibleText() == null ? ((Labeled) node).getText() : node.getAccessibleText();
                assertThat(spoken).as(node.toString()).isNotBlank();
            }
        }
    }

    private static boolean inSight(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible() || !at.isManaged()) {
                return false;
            }
        }
        return true;
    }

    /** What scrolls is in the scene only after its skin has been made. */
    private static void settle(FxRobot robot) {
        robot.interact(() -> robot.window(0).getScene().getRoot().applyCss());
    }
}
