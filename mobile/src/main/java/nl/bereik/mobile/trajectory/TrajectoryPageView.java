package nl.bereik.mobile.trajectory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.activity.OtherWords;
import nl.bereik.mobile.capture.SaveTrouble;
import nl.bereik.mobile.look.Confirm;
import nl.bereik.mobile.look.DayRow;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.trajectory.Phase;
import nl.bereik.protocol.trajectory.Trajectory;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import org.jspecify.annotations.Nullable;

/** The page of one trajectory: its phases, its end, and what was told of it. */
public final class TrajectoryPageView {
    private static final double GAP = 8;

    /** Of its id, as the list for the case conference shows it. */
    private static final int CODE = 8;

    private final TrajectoryPageViewModel model;
    private final Texts texts;
    private final OtherWords words;
    private final Ways ways;
    private final Frame frame;
    private final VBox actions = new VBox();

    /** Where one can go from here. */
    public interface Ways {
        /** Tells a start that the server refused anew. */
        void startAgain(KnownTrajectory.Step refused);

        void back();

        void hide();
    }

    public TrajectoryPageView(TrajectoryPageViewModel model, Texts texts, Ways ways) {
        this.model = model;
        this.texts = texts;
        this.words = new OtherWords(texts, model.reference());
        this.ways = ways;
        frame = new Frame(texts, texts.get("trajectory.title"), ways::back, ways::hide);
        frame.getStyleClass().add("trajectory");
        actions.getStyleClass().add("group");
        model.pageProperty().addListener((property, before, now) -> show(now));
        model.troubleProperty().addListener((property, before, now) -> showTrouble(now));
        show(model.pageProperty().get());
    }

    public Node node() {
        return frame;
    }

    private void show(Optional<KnownTrajectory> page) {
        frame.content().getChildren().clear();
        page.ifPresentOrElse(this::showKnown, () -> {
            Label gone = Kit.text(texts.get("trajectory.gone"), "muted");
            gone.setId("trajectory-gone");
            frame.content().getChildren().add(gone);
        });
        showTrouble(model.troubleProperty().get());
    }

    private void showKnown(KnownTrajectory known) {
        Trajectory trajectory = known.trajectory();
        LocalDate earliest = trajectory.startedOn().isAfter(model.today()) ? model.today() : trajectory.startedOn();
        List<Node> content = frame.content().getChildren();
        content.add(head(trajectory));
        content.add(group(texts.get("trajectory.day"), new DayRow(model.day(), earliest, model.today(), texts)));
        if (trajectory.isRunning()) {
            content.add(phases(trajectory));
            content.add(ends());
        } else if (trajectory.ended() == TrajectoryEnd.EXITED) {
            content.add(afterExit());
        }
        content.add(history(known));
    }

    private Node head(Trajectory trajectory) {
        VBox card = Kit.card(
                Kit.text(words.person(trajectory.start()), "strong"),
                Kit.text(texts.get("trajectory.since", words.day(trajectory.startedOn())), "muted"));
        TrajectoryEnd ended = trajectory.ended();
        LocalDate endedOn = trajectory.endedOn();
        String stands = ended == null || endedOn == null
                ? texts.get("trajectory.runs")
                : texts.get("trajectory.endedOn", texts.label(ended), words.day(endedOn));
        Label state = Kit.text(stands, "plain");
        state.setId("trajectory-stands");
        card.getChildren().add(state);
        Label code =
                Kit.text(texts.get("trajectory.code", trajectory.id().toString().substring(0, CODE)), "muted");
        code.setId("trajectory-code");
        card.getChildren().add(code);
        addDay(card, "trajectory.sustainedSince", trajectory.exitSustainedOn());
        addDay(card, "trajectory.relapsedOn", trajectory.relapsedOn());
        if (trajectory.start().continues() != null) {
            card.getChildren().add(Kit.text(texts.get("trajectory.continuesOne"), "muted"));
        }
        if (trajectory.start().need() != null) {
            card.getChildren().add(Kit.text(texts.get("trajectory.fromNeed"), "muted"));
        }
        return card;
    }

    private void addDay(VBox card, String key, @Nullable LocalDate day) {
        if (day != null) {
            card.getChildren().add(Kit.text(texts.get(key, words.day(day)), "muted"));
        }
    }

    private Node phases(Trajectory trajectory) {
        FlowPane chips = new FlowPane(GAP, GAP);
        chips.getStyleClass().add("chips");
        for (Phase phase : Phase.values()) {
            LocalDate since = trajectory.phases().get(phase);
            ToggleButton chip = new ToggleButton(
                    since == null
                            ? texts.label(phase)
                            : texts.get("trajectory.phaseSince", texts.label(phase), words.day(since)));
            chip.setId("phase-" + phase.name().toLowerCase(Locale.ROOT));
            chip.getStyleClass().add("chip");
            chip.setMnemonicParsing(false);
            chip.setAccessibleRole(AccessibleRole.CHECK_BOX);
            chip.setAccessibleText(texts.get("trajectory.phases") + ": " + chip.getText());
            chip.setSelected(since != null);
            chip.setOnAction(event -> {
                chip.setSelected(since != null);
                model.toggle(phase);
            });
            chips.getChildren().add(chip);
        }
        return group(texts.get("trajectory.phases"), chips, Kit.text(texts.get("trajectory.phases.hint"), "muted"));
    }

    private Node ends() {
        FlowPane buttons = new FlowPane(GAP, GAP);
        for (TrajectoryEnd end : TrajectoryEnd.values()) {
            Button button = Kit.secondary(
                    texts.label(end),
                    () -> ask(
                            texts.get("trajectory.end.question", texts.label(end)),
                            texts.get("trajectory.end.hint"),
                            texts.get("trajectory.end.confirm"),
                            () -> model.end(end)));
            button.setId("end-" + end.name().toLowerCase(Locale.ROOT));
            button.setMaxWidth(Button.USE_PREF_SIZE);
            buttons.getChildren().add(button);
        }
        return group(texts.get("trajectory.end"), buttons);
    }

    private Node afterExit() {
        Button sustained = Kit.secondary(texts.get("step.sustained"), model::sustained);
        sustained.setId("sustained");
        Button relapse = Kit.secondary(texts.get("step.relapse"), model::relapsed);
        relapse.setId("relapse");
        return group(texts.get("trajectory.afterExit"), sustained, relapse);
    }

    private Node history(KnownTrajectory known) {
        VBox card = Kit.card();
        card.setId("history");
        card.getStyleClass().add("lines-card");
        List<Node> lines = new ArrayList<>();
        known.history().forEach(step -> lines.add(line(known, step)));
        card.getChildren().addAll(lines);
        lines.get(lines.size() - 1).getStyleClass().add("line-last");
        return group(texts.get("trajectory.history"), card);
    }

    private Node line(KnownTrajectory known, KnownTrajectory.Step step) {
        String what = words.step(step.step().what());
        VBox told = new VBox(
                Kit.text(what, "strong"),
                Kit.text(words.day(step.step().on()) + " · " + texts.label(step.state()), "muted"));
        HBox.setHgrow(told, Priority.ALWAYS);
        HBox row = new HBox(told);
        row.getStyleClass().add("line");
        if (step.refused()) {
            told.getChildren().add(Kit.text(words.problems(step.problems()), "problem"));
            row.getChildren().add(link("step.again", "redo", what, () -> redo(step)));
        }
        // Without its start nothing would be left of the others.
        if (!(step.step().what() instanceof Start) || known.history().size() == 1) {
            row.getChildren().add(link("step.takeBack", "take-back-step", what, () -> takeBack(step)));
        }
        return row;
    }

    private Button link(String key, String id, String what, Runnable action) {
        Button button = Kit.link(texts.get(key), action);
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setAccessibleText(texts.get(key) + ": " + what);
        return button;
    }

    private void redo(KnownTrajectory.Step step) {
        if (step.step().what() instanceof Start) {
            ways.startAgain(step);
        } else {
            model.redo(step);
        }
    }

    private void takeBack(KnownTrajectory.Step step) {
        if (!step.sent()) {
            model.takeBack(step.opId());
            return;
        }
        ask(
                texts.get("step.takeBack.question"),
                texts.get("other.takeBack.hint"),
                texts.get("form.takeBack.confirm"),
                () -> model.takeBack(step.opId()));
    }

    private void ask(String question, String hint, String confirm, Runnable confirmed) {
        Confirm asked = new Confirm(
                new Confirm.Saying(question, hint, texts.get("form.takeBack.keep"), confirm),
                () -> frame.setBottom(null),
                confirmed);
        actions.getChildren().setAll(asked);
        frame.setActions(actions);
        asked.ask();
    }

    private void showTrouble(SaveTrouble now) {
        actions.getChildren().clear();
        if (now != SaveTrouble.NONE) {
            Label trouble = Kit.text(texts.label(now), "problem");
            trouble.setId("save-trouble");
            actions.getChildren().add(trouble);
            frame.setActions(actions);
        } else {
            frame.setBottom(null);
        }
    }

    private static Node group(String heading, Node... content) {
        VBox group = new VBox(Kit.heading(heading));
        group.getChildren().addAll(List.of(content));
        group.getStyleClass().add("group");
        return group;
    }
}
