package nl.bereik.mobile.activity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.capture.SaveTrouble;
import nl.bereik.mobile.look.Choices;
import nl.bereik.mobile.look.Confirm;
import nl.bereik.mobile.look.DayRow;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.activity.Consultation;
import nl.bereik.protocol.activity.PreventionActivity;
import nl.bereik.protocol.activity.Registration;
import nl.bereik.protocol.activity.RegistrationSource;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.reference.Programme;

/** The form for a registration, a consultation or a prevention activity. */
public final class ActivityFormView {
    private static final int AREAS_SHOWN = 5;
    private static final int TOPICS_SHOWN = 6;

    private final ActivityFormViewModel model;
    private final Texts texts;
    private final OtherWords words;
    private final Frame frame;
    private final Map<String, Label> marks = new HashMap<>();

    /** How it says that it was none. */
    public enum TakeBack {
        /** There is nothing to take back. */
        NONE,
        /** It was never sent, so that it is just gone. */
        AT_ONCE,
        /** The server refused it, so that it is gone for good. */
        LOSING,
        /** The server knows of it. */
        ASKING
    }

    /** Where one can go from here. */
    public interface Ways {
        /** Says that it was none. */
        void takeBack();

        /** Leaves the form without saving. */
        void close();

        void hide();
    }

    public ActivityFormView(ActivityFormViewModel model, TakeBack takeBack, Texts texts, Ways ways) {
        this.model = model;
        this.texts = texts;
        this.words = new OtherWords(texts, model.reference());
        frame = new Frame(texts, words.kind(model.kind()), ways::close, ways::hide);
        frame.getStyleClass().add("form");
        if (!model.problemsProperty().get().isEmpty()) {
            Label refused = Kit.text(texts.get("other.refused"), "muted");
            refused.setId("explained");
            frame.content().getChildren().add(refused);
        }
        frame.content().getChildren().add(mark(""));
        frame.content().getChildren().addAll(fields());
        addActions(takeBack, ways);
        model.problemsProperty().addListener((property, before, now) -> showProblems());
        showProblems();
    }

    public Node node() {
        return frame;
    }

    private List<Node> fields() {
        List<Node> fields = new ArrayList<>();
        switch (model.kind()) {
            case Registration.KIND ->
                fields.add(group(
                        "source",
                        Choices.chips(
                                texts.field("source"),
                                List.of(RegistrationSource.values()),
                                model.source(),
                                texts::label)));
            case PreventionActivity.KIND -> {
                fields.add(group(
                        "programme",
                        Choices.chips(
                                texts.field("programme"),
                                model.reference().programmes().stream()
                                        .map(Programme::code)
                                        .toList(),
                                model.programme(),
                                words::programme)));
                fields.add(group(
                        "audience",
                        Choices.segments(
                                texts.field("audience"),
                                model.reference().codes("audience", Audience.class),
                                model.audience(),
                                texts::shortLabel)));
                fields.add(group("participants", new NumberKeys(model, texts)));
            }
            default -> {}
        }
        fields.add(group(
                "area",
                folded(
                        Choices.chips(
                                texts.field("area"),
                                new ArrayList<>(model.reference().areas()),
                                model.area(),
                                area -> area),
                        AREAS_SHOWN)));
        if (model.kind().equals(Consultation.KIND)) {
            fields.add(group(
                    "topics",
                    folded(
                            Choices.manyOf(
                                    texts.field("topics"),
                                    model.reference().codes("topics", Topic.class),
                                    model.topics(),
                                    texts::shortLabel),
                            TOPICS_SHOWN)));
        }
        fields.add(group("on", new DayRow(model.on(), model.earliest(), model.today(), texts)));
        return fields;
    }

    private FlowPane folded(FlowPane chips, int shown) {
        IntFunction<String> more = count -> texts.get("form.more", count);
        return Choices.folded(chips, shown, more, count -> texts.get("form.more.spoken", count));
    }

    private Node group(String field, Node control) {
        VBox part = new VBox(mark(field), control);
        part.getStyleClass().add("field");
        part.setId(field);
        String name = field.equals("on") ? texts.get("other.day") : texts.field(field);
        VBox group = new VBox(Kit.heading(name), part);
        group.getStyleClass().add("group");
        return group;
    }

    private Label mark(String field) {
        Label mark = Kit.text("", "problem");
        mark.setId("problem-" + field);
        mark.setGraphic(Icon.WARNING.node(18));
        Kit.show(mark, false);
        marks.put(field, mark);
        return mark;
    }

    private void showProblems() {
        Map<String, FieldProblem> problems = model.problemsProperty().get();
        marks.forEach((field, mark) -> {
            FieldProblem problem = problems.get(field);
            mark.setText(problem == null ? "" : words.problems(List.of(problem)));
            Kit.show(mark, problem != null);
        });
    }

    private void addActions(TakeBack takeBack, Ways ways) {
        Label trouble = Kit.text("", "problem");
        trouble.setId("save-trouble");
        Kit.show(trouble, false);
        model.troubleProperty().addListener((property, before, now) -> {
            trouble.setText(now == SaveTrouble.NONE ? "" : texts.label(now));
            Kit.show(trouble, now != SaveTrouble.NONE);
        });
        Button save = Kit.primary(texts.get("form.save"), this::save);
        save.setId("save-other");
        if (takeBack == TakeBack.NONE) {
            frame.setActions(trouble, save);
            return;
        }
        HBox buttons = new HBox();
        Confirm confirm = new Confirm(
                new Confirm.Saying(
                        texts.get("other.takeBack.question"),
                        texts.get(takeBack == TakeBack.LOSING ? "other.away.hint" : "other.takeBack.hint"),
                        texts.get("form.takeBack.keep"),
                        texts.get("form.takeBack.confirm")),
                () -> Kit.show(buttons, true),
                ways::takeBack);
        Button none = Kit.secondary(texts.get("other.takeBack"), () -> {
            if (takeBack == TakeBack.AT_ONCE) {
                ways.takeBack();
            } else {
                Kit.show(buttons, false);
                confirm.ask();
            }
        });
        none.setId("take-back");
        none.setMinWidth(Button.USE_PREF_SIZE);
        none.setMaxWidth(Button.USE_PREF_SIZE);
        HBox.setHgrow(save, Priority.ALWAYS);
        buttons.getChildren().addAll(none, save);
        buttons.getStyleClass().add("actions");
        frame.setActions(trouble, buttons, confirm);
    }

    private void save() {
        model.save();
        firstMarked().ifPresent(mark -> {
            frame.applyCss();
            frame.layout();
            frame.reveal(mark);
        });
    }

    private Optional<Label> firstMarked() {
        return marks.values().stream().filter(Node::isVisible).min(Comparator.comparingDouble(this::height));
    }

    private double height(Node mark) {
        return mark.localToScene(mark.getBoundsInLocal()).getMinY();
    }
}
