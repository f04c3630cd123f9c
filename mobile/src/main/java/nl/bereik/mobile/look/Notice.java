package nl.bereik.mobile.look;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Something that the user should know and may put away. */
public final class Notice extends HBox {
    public Notice(String title, String text, String dismissText, Runnable dismissed) {
        getStyleClass().addAll("card-box", "notice");
        VBox words = new VBox(Kit.text(title, "strong"), Kit.text(text, "muted"));
        words.getStyleClass().add("lines");
        HBox.setHgrow(words, Priority.ALWAYS);
        Button close = Kit.iconButton(Icon.CLOSE, dismissText, dismissed);
        close.setId("dismiss");
        getChildren().addAll(Icon.WARNING.node(), words, close);
    }
}
