package nl.bereik.mobile.activity;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.words.Texts;

/** The number of participants: one more, one fewer, or typed on keys that are large enough in the dark. */
final class NumberKeys extends VBox {
    private static final int KEYS_IN_A_ROW = 5;
    private static final int DIGITS = 10;

    NumberKeys(ActivityFormViewModel model, Texts texts) {
        getStyleClass().add("field");
        Button fewer = Kit.iconButton(Icon.MINUS, texts.get("other.fewer"), () -> model.addParticipants(-1));
        fewer.setId("fewer");
        Button more = Kit.iconButton(Icon.PLUS, texts.get("other.more"), () -> model.addParticipants(1));
        more.setId("more");
        Button erase = Kit.iconButton(Icon.ERASE, texts.get("other.erase"), model::eraseParticipants);
        erase.setId("erase");
        Label number = new Label();
        number.setId("number");
        number.getStyleClass().addAll("day", "number");
        number.setMaxWidth(Double.MAX_VALUE);
        number.setAccessibleRole(AccessibleRole.TEXT);
        HBox.setHgrow(number, Priority.ALWAYS);
        Runnable refresh = () -> {
            int count = model.participants().get();
            number.setText(Integer.toString(count));
            number.setAccessibleText(texts.get("other.participants", count));
        };
        model.participants().addListener((property, before, now) -> refresh.run());
        refresh.run();
        HBox row = new HBox(fewer, number, more, erase);
        row.getStyleClass().add("day-row");
        GridPane keys = new GridPane();
        keys.getStyleClass().add("number-keys");
        for (int i = 0; i < DIGITS; i++) {
            int digit = (i + 1) % DIGITS;
            Button key = Kit.secondary(Integer.toString(digit), () -> model.typeParticipants(digit));
            key.setId("digit-" + digit);
            GridPane.setHgrow(key, Priority.ALWAYS);
            keys.add(key, i % KEYS_IN_A_ROW, i / KEYS_IN_A_ROW);
        }
        getChildren().addAll(row, keys);
    }
}
