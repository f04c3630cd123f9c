package nl.bereik.mobile.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Hides the app from every screen: a quick wide stroke sideways with one thumb, wherever it begins but in a text field,
 * in which it would select text; with a keyboard, Esc. Nothing that scrolls moves sideways, so neither happens by
 * chance. On phones Esc is what the system's own way back sends, and leads back.
 */
final class HideGesture {
    /** The stroke crosses this part of the screen's width. */
    private static final double WIDE = 0.45;

    /** It is so many times as wide as high. */
    private static final double SIDEWAYS = 2.5;

    private static final Duration QUICK = Duration.ofMillis(700);

    private final Scene scene;
    private final Clock clock;
    private final Runnable hide;
    private Instant begun = Instant.MIN;
    private double startX;
    private double startY;

    private HideGesture(Scene scene, Clock clock, Runnable hide) {
        this.scene = scene;
        this.clock = clock;
        this.hide = hide;
    }

    /** @param byEscape whether Esc hides as well */
    static void on(Scene scene, Clock clock, boolean byEscape, Runnable hide) {
        HideGesture gesture = new HideGesture(scene, clock, hide);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, gesture::pressed);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, gesture::released);
        if (byEscape) {
            scene.addEventFilter(KeyEvent.KEY_PRESSED, gesture::key);
        }
    }

    private void pressed(MouseEvent event) {
        begun = event.getTarget() instanceof Node node && isInText(node) ? Instant.MIN : clock.instant();
        startX = event.getSceneX();
        startY = event.getSceneY();
    }

    private void released(MouseEvent event) {
        double across = Math.abs(event.getSceneX() - startX);
        double down = Math.abs(event.getSceneY() - startY);
        boolean quick = !clock.instant().isAfter(begun.equals(Instant.MIN) ? begun : begun.plus(QUICK));
        begun = Instant.MIN;
        if (quick && across >= scene.getWidth() * WIDE && across >= down * SIDEWAYS) {
            event.consume();
            hide.run();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            hide.run();
        }
    }

    private static boolean isInText(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof TextInputControl) {
                return true;
            }
        }
        return false;
    }
}
