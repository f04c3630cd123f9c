package nl.bereik.mobile.month;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.target.TargetProgress;

/** The numbers agreed for the team, each with a bar that the words beside it say as well. */
final class TargetsPart {
    private final Texts texts;
    private final TargetWords words;

    TargetsPart(Texts texts) {
        this.texts = texts;
        this.words = new TargetWords(texts);
    }

    Node node(List<TargetProgress> targets) {
        VBox card = Kit.card();
        card.setId("month-targets");
        card.getStyleClass().add("targets");
        targets.forEach(target -> card.getChildren().add(target(target)));
        if (targets.isEmpty()) {
            card.getChildren()
                    .addAll(
                            Kit.text(texts.get("target.none"), "strong"),
                            Kit.text(texts.get("target.none.hint"), "muted"));
        }
        VBox group = new VBox(Kit.heading(texts.get("target.heading")), card);
        if (!targets.isEmpty()) {
            group.getChildren().add(Kit.text(texts.get("target.hint"), "muted"));
        }
        group.getStyleClass().add("group");
        return group;
    }

    private Node target(TargetProgress target) {
        HBox head = new HBox(
                Kit.text(texts.label(target.figure())), Kit.spring(), Kit.text(words.standing(target), "strong"));
        head.getStyleClass().add("target-head");
        ProgressBar bar = new ProgressBar((double) target.counted() / target.number());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add(target.reached() || target.onCourse() ? "on-course" : "behind");
        // The words say it, to those who see them and to those who hear them.
        bar.setAccessibleRole(AccessibleRole.NODE);
        VBox part =
                new VBox(head, bar, Kit.text(words.course(target), "plain"), Kit.text(words.basis(target), "muted"));
        part.setId("target-" + target.period().name() + "-" + target.figure());
        part.getStyleClass().add("target");
        part.setAccessibleRole(AccessibleRole.TEXT);
        part.setFocusTraversable(true);
        part.setAccessibleText(String.join(
                ". ", texts.label(target.figure()), words.standing(target), words.course(target), words.basis(target)));
        return part;
    }
}
