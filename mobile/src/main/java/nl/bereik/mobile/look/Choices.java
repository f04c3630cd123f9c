package nl.bereik.mobile.look;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

/** Rows of buttons from which one or several are chosen, bound to a property or a set of a ViewModel. */
public final class Choices {
    private static final double GAP = 8;

    private Choices() {}

    /** Equally wide buttons side by side, of which one is chosen; for short names. */
    public static <E> HBox segments(
            String spoken, List<E> offered, ObjectProperty<E> chosen, Function<E, String> name) {
        HBox row = new HBox();
        row.getStyleClass().add("segments");
        row.setAccessibleText(spoken);
        oneOf(row, spoken, offered, chosen, name).values().forEach(button -> {
            button.getStyleClass().add("segment");
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
        });
        row.getChildren().get(0).getStyleClass().add("first");
        row.getChildren().get(row.getChildren().size() - 1).getStyleClass().add("last");
        return row;
    }

    /** Chips that wrap, of which one is chosen. */
    public static <E> FlowPane chips(
            String spoken, List<E> offered, ObjectProperty<E> chosen, Function<E, String> name) {
        FlowPane pane = flow(spoken);
        oneOf(pane, spoken, offered, chosen, name).values().forEach(button -> button.getStyleClass()
                .add("chip"));
        return pane;
    }

    /** Chips that wrap, of which any number is chosen. */
    public static <E> FlowPane manyOf(
            String spoken, List<E> offered, ObservableSet<E> chosen, Function<E, String> name) {
        FlowPane pane = flow(spoken);
        for (E code : offered) {
            ToggleButton button = toggle(name.apply(code), spoken);
            button.getStyleClass().add("chip");
            button.setAccessibleRole(AccessibleRole.CHECK_BOX);
            button.setSelected(chosen.contains(code));
            button.setOnAction(event -> {
                if (button.isSelected()) {
                    chosen.add(code);
                } else {
                    chosen.remove(code);
                }
            });
            chosen.addListener((SetChangeListener<E>) change -> button.setSelected(chosen.contains(code)));
            pane.getChildren().add(button);
        }
        return pane;
    }

    private static FlowPane flow(String spoken) {
        FlowPane pane = new FlowPane(GAP, GAP);
        pane.getStyleClass().add("chips");
        pane.setAccessibleText(spoken);
        return pane;
    }

    private static <E> Map<E, ToggleButton> oneOf(
            Pane pane, String spoken, List<E> offered, ObjectProperty<E> chosen, Function<E, String> name) {
        Map<E, ToggleButton> buttons = new LinkedHashMap<>();
        for (E code : offered) {
            ToggleButton button = toggle(name.apply(code), spoken);
            button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            button.setSelected(code.equals(chosen.get()));
            button.setOnAction(event -> {
                chosen.set(code);
                button.setSelected(true);
            });
            buttons.put(code, button);
        }
        chosen.addListener(
                (property, before, now) -> buttons.forEach((code, button) -> button.setSelected(code.equals(now))));
        pane.getChildren().addAll(buttons.values());
        return buttons;
    }

    private static ToggleButton toggle(String text, String spoken) {
        ToggleButton button = new ToggleButton(text);
        button.setMnemonicParsing(false);
        button.setAccessibleText(spoken + ": " + text);
        return button;
    }
}
