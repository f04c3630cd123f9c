package nl.bereik.mobile.look;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Rows of buttons from which one or several are chosen, bound to a property or a set of a ViewModel. */
public final class Choices {
    private static final double GAP = 8;
    private static final double NARROW_GAP = 6;

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
        addMany(pane, spoken, offered, chosen, name);
        return pane;
    }

    /** Equally wide chips in one row, of which any number is chosen; for a few short names. */
    public static <E> HBox manyInRow(
            String spoken, List<E> offered, ObservableSet<E> chosen, Function<E, String> name) {
        HBox row = new HBox(NARROW_GAP);
        row.setAccessibleText(spoken);
        addMany(row, spoken, offered, chosen, name);
        for (Node chip : row.getChildren()) {
            HBox.setHgrow(chip, Priority.ALWAYS);
            ((ToggleButton) chip).setMaxWidth(Double.MAX_VALUE);
        }
        return row;
    }

    /**
     * Shows the first chips only, those chosen, and one more that brings the rest.
     *
     * @param more the text of that one, given how many it brings; likewise what is spoken
     */
    public static FlowPane folded(FlowPane chips, int shown, IntFunction<String> more, IntFunction<String> spoken) {
        List<Node> hidden = new ArrayList<>();
        for (int i = shown; i < chips.getChildren().size(); i++) {
            if (chips.getChildren().get(i) instanceof ToggleButton chip && !chip.isSelected()) {
                hidden.add(chip);
            }
        }
        if (hidden.size() > 1) {
            hidden.forEach(chip -> Kit.show(chip, false));
            Button unfold = Kit.secondary(more.apply(hidden.size()), () -> {
                hidden.forEach(chip -> Kit.show(chip, true));
                chips.getChildren().remove(chips.getChildren().size() - 1);
                hidden.get(0).requestFocus();
            });
            unfold.getStyleClass().setAll("button", "more");
            unfold.setAccessibleText(spoken.apply(hidden.size()));
            unfold.setMaxWidth(Region.USE_PREF_SIZE);
            chips.getChildren().add(unfold);
        }
        return chips;
    }

    private static <E> void addMany(
            Pane pane, String spoken, List<E> offered, ObservableSet<E> chosen, Function<E, String> name) {
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
