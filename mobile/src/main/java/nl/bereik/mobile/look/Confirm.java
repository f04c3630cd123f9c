package nl.bereik.mobile.look;

import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A question before something is lost, with the answer that loses nothing first; hidden until it is asked. */
public final class Confirm extends VBox {
    private final Button keep;

    /**
     * What it says.
     *
     * @param hint what is lost
     * @param keep the answer that loses nothing
     * @param confirm the other one
     */
    public record Saying(String question, String hint, String keep, String confirm) {}

    /**
     * @param kept is told when nothing is to be lost
     * @param confirmed is told when it is
     */
    public Confirm(Saying saying, Runnable kept, Runnable confirmed) {
        keep = Kit.secondary(saying.keep(), () -> {
            Kit.show(this, false);
            kept.run();
        });
        keep.setId("confirm-keep");
        Button confirm = Kit.danger(saying.confirm(), () -> {
            Kit.show(this, false);
            confirmed.run();
        });
        confirm.setId("confirm");
        HBox answers = new HBox(keep, confirm);
        answers.getStyleClass().add("actions");
        answers.getChildren().forEach(answer -> HBox.setHgrow(answer, Priority.ALWAYS));
        getStyleClass().add("field");
        getChildren().addAll(Kit.text(saying.question(), "strong"), Kit.text(saying.hint(), "muted"), answers);
        Kit.show(this, false);
    }

    /** Shows the question. */
    public void ask() {
        Kit.show(this, true);
        Platform.runLater(keep::requestFocus);
    }
}
