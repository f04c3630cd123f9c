package nl.bereik.mobile.trajectory;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.activity.OtherWords;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.look.LineButton;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.trajectory.Trajectory;
import nl.bereik.protocol.trajectory.TrajectoryEnd;

/** The trajectories that this phone knows. */
public final class TrajectoriesView {
    private static final double PICTURE_SIZE = 40;

    private final Texts texts;
    private final OtherWords words;
    private final Consumer<UUID> open;
    private final Frame frame;

    /**
     * @param open shows one
     * @param start leads to the form that starts one
     * @param back leads to the screen before
     */
    public TrajectoriesView(
            TrajectoriesViewModel model,
            Texts texts,
            Consumer<UUID> open,
            Runnable start,
            Runnable back,
            Runnable hide) {
        this.texts = texts;
        this.words = new OtherWords(texts, model.reference());
        this.open = open;
        frame = new Frame(texts, texts.get("trajectories.title"), back, hide);
        frame.getStyleClass().add("trajectories");
        Button fresh = Kit.primary(texts.get("trajectory.new"), start);
        fresh.setId("start-trajectory");
        fresh.setGraphic(Icon.PLUS.node());
        frame.setActions(fresh);
        model.knownProperty().addListener((property, before, now) -> show(now));
        show(model.knownProperty().get());
    }

    public Node node() {
        return frame;
    }

    private void show(List<KnownTrajectory> known) {
        frame.content().getChildren().clear();
        if (known.isEmpty()) {
            frame.content().getChildren().add(empty());
        }
        add(texts.get("trajectories.running"), known, true);
        add(texts.get("trajectories.ended"), known, false);
    }

    private void add(String heading, List<KnownTrajectory> known, boolean running) {
        List<Node> lines = known.stream()
                .filter(each -> each.trajectory().isRunning() == running)
                .map(this::line)
                .toList();
        if (!lines.isEmpty()) {
            VBox card = Kit.card();
            card.getStyleClass().add("lines-card");
            card.getChildren().addAll(lines);
            lines.get(lines.size() - 1).getStyleClass().add("line-last");
            VBox group = new VBox(Kit.heading(heading), card);
            group.getStyleClass().add("group");
            frame.content().getChildren().add(group);
        }
    }

    private Node line(KnownTrajectory known) {
        Trajectory trajectory = known.trajectory();
        String title = words.person(trajectory.start());
        String stands = stands(trajectory);
        VBox told = new VBox(
                Kit.text(title, "strong"),
                Kit.text(texts.get("trajectory.since", words.day(trajectory.startedOn())), "muted"),
                Kit.text(stands, "plain"));
        if (known.needsRepair()) {
            told.getChildren().add(Kit.text(texts.get("trajectory.refused"), "problem"));
        }
        HBox.setHgrow(told, Priority.ALWAYS);
        HBox row = new LineButton(() -> open.accept(known.id()), told);
        row.setAccessibleText(title + ". " + stands);
        row.setAccessibleHelp(texts.get("trajectory.line"));
        return row;
    }

    private String stands(Trajectory trajectory) {
        TrajectoryEnd ended = trajectory.ended();
        if (ended != null) {
            return texts.label(ended) + (trajectory.endedOn() == null ? "" : " · " + words.day(trajectory.endedOn()));
        }
        return trajectory.phases().isEmpty()
                ? texts.get("trajectory.noPhase")
                : trajectory.phases().keySet().stream().map(texts::label).collect(Collectors.joining(" · "));
    }

    private Node empty() {
        StackPane picture = new StackPane(Icon.HAND.node(PICTURE_SIZE));
        picture.getStyleClass().add("empty-picture");
        VBox box = new VBox(
                picture,
                Kit.text(texts.get("trajectories.empty"), "strong"),
                Kit.text(texts.get("trajectories.empty.hint"), "muted"));
        box.setId("trajectories-empty");
        box.getStyleClass().add("empty");
        return box;
    }
}
