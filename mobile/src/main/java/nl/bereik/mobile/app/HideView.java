package nl.bereik.mobile.app;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.words.Texts;

/** What a by-stander sees after the app was hidden: a clock as any phone has one. A tap anywhere goes on. */
final class HideView {
    private final Button all = new Button();

    HideView(Clock clock, Texts texts, Runnable tapped) {
        ZonedDateTime now = clock.instant().atZone(ZoneId.systemDefault());
        Label time = new Label(now.format(DateTimeFormatter.ofPattern("HH:mm", texts.locale())));
        time.getStyleClass().add("hide-time");
        Label date = new Label(now.format(DateTimeFormatter.ofPattern("EEEE d MMMM", texts.locale())));
        date.getStyleClass().add("hide-date");
        VBox face = new VBox(time, date);
        face.getStyleClass().add("hide-face");
        all.setGraphic(face);
        all.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        all.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        all.getStyleClass().add("hide-screen");
        all.setId("hidden");
        all.setAccessibleText(time.getText());
        all.setOnAction(event -> tapped.run());
    }

    Node node() {
        return all;
    }
}
