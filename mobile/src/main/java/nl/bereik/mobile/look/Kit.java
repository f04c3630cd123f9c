package nl.bereik.mobile.look;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Small parts that every screen is made of, each with its style class and, where it can be touched, its spoken name.
 */
public final class Kit {
    private Kit() {}

    /** The button of a screen's main action, as wide as it may be. */
    public static Button primary(String text, Runnable action) {
        return button(text, "primary", action);
    }

    public static Button secondary(String text, Runnable action) {
        return button(text, "secondary", action);
    }

    /** A button that loses something. */
    public static Button danger(String text, Runnable action) {
        return button(text, "danger", action);
    }

    /** A button that looks like underlined text and is as large to touch as the others. */
    public static Button link(String text, Runnable action) {
        Button button = button(text, "text-link", action);
        button.setMaxWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** A square button with an icon only; the text is its spoken name. */
    public static Button iconButton(Icon icon, String spoken, Runnable action) {
        Button button = button("", "icon-button", action);
        button.setGraphic(icon.node());
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(spoken);
        button.setMaxWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Button button(String text, String styleClass, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().add(styleClass);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMnemonicParsing(false);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A text that wraps. */
    public static Label text(String text, String... styleClasses) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** The small heading over a group. */
    public static Label heading(String text) {
        return text(text, "group-heading");
    }

    public static VBox card(Node... content) {
        VBox card = new VBox(content);
        card.getStyleClass().add("card-box");
        return card;
    }

    /** What pushes the rest of a row to its end. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /** Shows or hides a node and its place with it. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
