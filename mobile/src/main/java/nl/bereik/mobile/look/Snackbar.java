package nl.bereik.mobile.look;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A short message over a screen's bottom with one thing to do about it, or none. */
public final class Snackbar extends HBox {
    public Snackbar(String message) {
        getStyleClass().add("snackbar");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(message);
        Label label = Kit.text(message);
        label.setGraphic(Icon.CHECK.node());
        getChildren().addAll(label, Kit.spring());
    }

    public Snackbar(String message, String actionText, Runnable action) {
        this(message);
        Button button = Kit.link(actionText, action);
        button.setMinWidth(USE_PREF_SIZE);
        getChildren().add(button);
    }
}
