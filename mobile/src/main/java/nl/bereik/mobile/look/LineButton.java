package nl.bereik.mobile.look;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/** Texts that wrap, which a button's graphic cannot have, in a line that behaves as a button. */
public class LineButton extends HBox {
    private final Runnable pressed;

    public LineButton(Runnable pressed, Node... parts) {
        super(parts);
        this.pressed = pressed;
        getStyleClass().addAll("line", "line-button");
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        setOnMouseClicked(event -> {
            // A finger that moved has scrolled.
            if (event.isStillSincePress()) {
                pressed.run();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                pressed.run();
            }
        });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            pressed.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
