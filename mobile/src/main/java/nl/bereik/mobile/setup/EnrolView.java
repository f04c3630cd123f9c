package nl.bereik.mobile.setup;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.words.Texts;

/** The screen on which the phone is enrolled. */
public final class EnrolView {
    private static final double ICON_SIZE = 18;

    private final Frame frame;

    public EnrolView(EnrolViewModel model, Texts texts, Runnable back, Runnable hide) {
        frame = new Frame(texts, texts.get("enrol.title"), back, hide);
        TextField server = field("enrol-server", texts.get("enrol.server.example"));
        server.textProperty().bindBidirectional(model.serverProperty());
        TextField code = field("enrol-code", texts.get("enrol.code.example"));
        code.getStyleClass().add("code-field");
        code.textProperty().bindBidirectional(model.codeProperty());
        Label trouble = Kit.text("", "problem");
        trouble.setId("enrol-trouble");
        trouble.setGraphic(Icon.WARNING.node(ICON_SIZE));
        Runnable refresh = () -> {
            EnrolTrouble what = model.troubleProperty().get();
            Kit.show(trouble, what != EnrolTrouble.NONE);
            trouble.setText(what == EnrolTrouble.NONE ? "" : texts.label(what));
        };
        model.troubleProperty().addListener((property, before, now) -> refresh.run());
        refresh.run();
        frame.content()
                .getChildren()
                .addAll(
                        Kit.text(texts.get("enrol.intro"), "muted"),
                        labelled(texts.get("enrol.server"), server),
                        labelled(texts.get("enrol.code"), code),
                        Kit.text(texts.get("enrol.key"), "muted"));
        ProgressBar progress = new ProgressBar();
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(texts.get("enrol.busy"));
        progress.visibleProperty().bind(model.busyProperty());
        progress.managedProperty().bind(model.busyProperty());
        Button enrol = Kit.primary("", model::enrol);
        enrol.setId("enrol-go");
        enrol.setDefaultButton(true);
        enrol.disableProperty().bind(model.busyProperty());
        enrol.textProperty()
                .bind(Bindings.when(model.busyProperty())
                        .then(texts.get("enrol.busy"))
                        .otherwise(texts.get("enrol.go")));
        frame.setActions(trouble, progress, enrol);
    }

    public Node node() {
        return frame;
    }

    private static TextField field(String id, String example) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(example);
        return field;
    }

    private static Node labelled(String name, TextField field) {
        Label label = Kit.heading(name);
        label.setLabelFor(field);
        VBox box = new VBox(label, field);
        box.getStyleClass().add("group");
        return box;
    }
}
