package nl.bereik.mobile.inbox;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.need.DeclineReason;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedStatus;

/** What one can do to a need, where the thumb is. */
final class NeedActsView {
    private static final double ICON_SIZE = 18;

    /** Seldom used, so they stand at the end of the page and not under the thumb. */
    private static final Set<NeedAct> ASIDE = EnumSet.of(NeedAct.WITHDRAW, NeedAct.REOPEN);

    private final NeedPageViewModel model;
    private final Texts texts;
    private final Consumer<NeedAct> choose;

    /** @param choose asks for the colleague that an act names */
    NeedActsView(NeedPageViewModel model, Texts texts, Consumer<NeedAct> choose) {
        this.model = model;
        this.texts = texts;
        this.choose = choose;
    }

    /** Those for the end of the page. */
    List<Node> aside(NeedPage page) {
        return page.need().acts().stream()
                .filter(ASIDE::contains)
                .<Node>map(act -> button(act, false))
                .toList();
    }

    /** Those for the bottom of the screen, as things are now. */
    List<Node> bottom() {
        List<Node> bottom = new ArrayList<>();
        if (model.troubleProperty().get() != NeedTrouble.NONE) {
            Label trouble = Kit.text(texts.label(model.troubleProperty().get()), "problem");
            trouble.setId("need-trouble");
            trouble.setGraphic(Icon.WARNING.node(ICON_SIZE));
            bottom.add(trouble);
        }
        if (model.decliningProperty().get()) {
            bottom.add(reasons());
        } else {
            model.pageProperty().get().ifPresent(page -> addButtons(bottom, page));
        }
        return bottom;
    }

    private void addButtons(List<Node> bottom, NeedPage page) {
        addRow(bottom, page.actsThatName());
        List<NeedAct> acts =
                page.need().acts().stream().filter(act -> !ASIDE.contains(act)).toList();
        addRow(bottom, acts.stream().skip(1).toList());
        // What another was asked to take one may take, and need not.
        boolean asked = page.need().view().state().status() == NeedStatus.ASSIGNED;
        boolean first = !asked || page.need().isMine();
        acts.stream().limit(1).forEach(act -> bottom.add(button(act, first)));
    }

    private void addRow(List<Node> bottom, List<NeedAct> acts) {
        HBox row = new HBox();
        row.getStyleClass().add("actions");
        for (NeedAct act : acts) {
            Button button = button(act, false);
            HBox.setHgrow(button, Priority.ALWAYS);
            row.getChildren().add(button);
        }
        if (!acts.isEmpty()) {
            bottom.add(row);
        }
    }

    private Button button(NeedAct act, boolean first) {
        Runnable done = act.namesSomebody() ? () -> choose.accept(act) : () -> model.act(act);
        Button button = first ? Kit.primary(texts.label(act), done) : Kit.secondary(texts.label(act), done);
        button.setId("act-" + act.name().toLowerCase(Locale.ROOT));
        return button;
    }

    private Node reasons() {
        VBox box = new VBox(Kit.text(texts.get("need.why"), "strong"));
        box.setId("decline-reasons");
        box.getStyleClass().add("field");
        for (DeclineReason reason : DeclineReason.values()) {
            Button button = Kit.secondary(texts.label(reason), () -> model.decline(reason));
            button.setId("reason-" + reason.name().toLowerCase(Locale.ROOT));
            box.getChildren().add(button);
        }
        Button keep = Kit.link(
                texts.get("need.why.keep"), () -> model.decliningProperty().set(false));
        keep.setId("decline-keep");
        box.getChildren().add(keep);
        Platform.runLater(keep::requestFocus);
        return box;
    }
}
