package nl.bereik.mobile.trajectory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.activity.OtherWords;
import nl.bereik.mobile.capture.SaveTrouble;
import nl.bereik.mobile.look.Choices;
import nl.bereik.mobile.look.DayRow;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.trajectory.TrajectoryStartViewModel.Missing;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Gender;

/** The form that starts a trajectory. */
public final class TrajectoryStartView {
    private final TrajectoryStartViewModel model;
    private final Texts texts;
    private final OtherWords words;
    private final Frame frame;
    private final Map<Missing, Label> marks = new EnumMap<>(Missing.class);

    /** @param close leaves the form without saving */
    public TrajectoryStartView(TrajectoryStartViewModel model, Texts texts, Runnable close, Runnable hide) {
        this.model = model;
        this.texts = texts;
        this.words = new OtherWords(texts, model.reference());
        frame = new Frame(texts, texts.get("trajectory.new"), close, hide);
        frame.getStyleClass().add("form");
        model.refused().ifPresent(step -> {
            Label why = Kit.text(words.problems(step.problems()), "problem");
            why.setId("refused");
            frame.content().getChildren().add(why);
        });
        if (model.fromNeed()) {
            frame.content().getChildren().add(Kit.text(texts.get("trajectory.fromNeed"), "muted"));
        }
        frame.content().getChildren().addAll(who(), involuntary());
        if (!model.earlier().isEmpty()) {
            frame.content().getChildren().add(continues());
        }
        frame.content()
                .getChildren()
                .add(group(
                        texts.get("trajectory.startedOn"),
                        new DayRow(model.on(), model.earliest(), model.today(), texts)));
        Label trouble = Kit.text("", "problem");
        trouble.setId("save-trouble");
        Kit.show(trouble, false);
        model.troubleProperty().addListener((property, before, now) -> {
            trouble.setText(now == SaveTrouble.NONE ? "" : texts.label(now));
            Kit.show(trouble, now != SaveTrouble.NONE);
        });
        Button save = Kit.primary(texts.get("trajectory.start"), model::save);
        save.setId("save-trajectory");
        frame.setActions(trouble, save);
        model.missingProperty().addListener((property, before, now) -> mark());
    }

    public Node node() {
        return frame;
    }

    private Node who() {
        return group(
                texts.get("form.who"),
                required(
                        Missing.GENDER,
                        "gender",
                        Choices.segments(
                                texts.field("gender"),
                                model.reference().codes("gender", Gender.class),
                                model.gender(),
                                texts::shortLabel)),
                required(
                        Missing.AGE_BAND,
                        "ageBand",
                        Choices.segments(
                                texts.field("ageBand"),
                                model.reference().codes("ageBand", AgeBand.class),
                                model.ageBand(),
                                texts::shortLabel)));
    }

    private Node involuntary() {
        Node choice = Choices.segments(
                texts.get("trajectory.involuntary"),
                List.of(false, true),
                model.involuntary(),
                yes -> texts.get(yes ? "trajectory.yes" : "trajectory.no"));
        choice.setId("involuntary");
        return group(texts.get("trajectory.involuntary"), choice);
    }

    private Node continues() {
        List<Optional<UUID>> offered = new ArrayList<>(List.of(Optional.empty()));
        model.earlier().forEach(known -> offered.add(Optional.of(known.id())));
        Node chips = Choices.folded(
                Choices.chips(texts.get("trajectory.continues"), offered, model.continues(), this::name),
                4,
                count -> texts.get("form.more", count),
                count -> texts.get("form.more.spoken", count));
        chips.setId("continues");
        return group(
                texts.get("trajectory.continues"), chips, Kit.text(texts.get("trajectory.continues.hint"), "muted"));
    }

    private String name(Optional<UUID> earlier) {
        return earlier.flatMap(id -> model.earlier().stream()
                        .filter(known -> known.id().equals(id))
                        .findFirst())
                .map(known -> texts.get(
                        "trajectory.name",
                        words.person(known.trajectory().start()),
                        words.day(known.trajectory().startedOn())))
                .orElse(texts.get("trajectory.continues.none"));
    }

    private Node required(Missing which, String id, Node control) {
        Label mark = Kit.text(texts.get("problem.MISSING_FIELD", texts.field(id)), "problem");
        mark.setId("problem-" + id);
        mark.setGraphic(Icon.WARNING.node(18));
        Kit.show(mark, false);
        marks.put(which, mark);
        VBox part = new VBox(mark, control);
        part.setId(id);
        part.getStyleClass().add("field");
        return part;
    }

    private void mark() {
        marks.forEach(
                (which, mark) -> Kit.show(mark, model.missingProperty().get().contains(which)));
    }

    private static Node group(String heading, Node... content) {
        VBox group = new VBox(Kit.heading(heading));
        group.getChildren().addAll(List.of(content));
        group.getStyleClass().add("group");
        return group;
    }
}
