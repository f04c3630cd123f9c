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
    private final Label time = new Label();
    private final Label date = new Label();
    private final Clock clock;
    private final Texts texts;

    HideView(Clock clock, Texts texts, Runnable tapped) {
        this.clock = clock;
        this.texts = texts;
        time.getStyleClass().add("hide-time");
        date.getStyleClass().add("hide-date");
        tick();
        VBox face = new VBox(time, date);
        face.getStyleClass().add("hide-face");
        all.setGraphic(face);
        all.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        all.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        all.getStyleClass().add("hide-screen");
        all.setId("hidden");
        all.setOnAction(event -> tapped.run());
    }

    /** Shows the time that it is now, for a clock that stands still would give the app away. */
    void tick() {
        ZonedDateTime now = clock.instant().atZone(ZoneId.systemDefault());
        time.setText(now.format(DateTimeFormatter.ofPattern("HH:mm", texts.locale())));
        date.setText(now.format(DateTimeFormatter.ofPattern("EEEE d MMMM", texts.locale())));
        all.setAccessibleText(time.getText());
    }

    Node node() {
        return all;
    }
}
