package nl.bereik.mobile.capture;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.words.Texts;

/** The quieter button beside that which saves, and the question that takes the place of both. */
final class TakeBackView {
    private final TakeBackViewModel model;
    private final Texts texts;
    private final Button ask;

    TakeBackView(TakeBackViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        ask = Kit.secondary(texts.get("form.takeBack"), model::ask);
        ask.setId("take-back");
        ask.setMinWidth(Button.USE_PREF_SIZE);
        ask.setMaxWidth(Button.USE_PREF_SIZE);
    }

    Node button() {
        return ask;
    }

    /** The question, shown while it is asked; then it has the focus, on the answer that loses nothing. */
    Node question() {
        Button keep = Kit.secondary(texts.get("form.takeBack.keep"), () -> {
            model.keep();
            ask.requestFocus();
        });
        keep.setId("take-back-keep");
        Button confirm = Kit.danger(texts.get("form.takeBack.confirm"), model::confirm);
        confirm.setId("take-back-confirm");
        confirm.setAccessibleText(texts.get("form.takeBack.confirm.spoken"));
        HBox answers = new HBox(keep, confirm);
        answers.getStyleClass().add("actions");
        answers.getChildren().forEach(answer -> HBox.setHgrow(answer, Priority.ALWAYS));
        VBox box = new VBox(
                Kit.text(texts.get("form.takeBack.question"), "strong"),
                Kit.text(texts.get("form.takeBack.hint"), "muted"),
                answers);
        box.setId("take-back-question");
        box.getStyleClass().add("field");
        Kit.show(box, model.askingProperty().get());
        model.askingProperty().addListener((property, before, now) -> {
            Kit.show(box, now);
            if (now) {
                Platform.runLater(keep::requestFocus);
            }
        });
        return box;
    }
}
