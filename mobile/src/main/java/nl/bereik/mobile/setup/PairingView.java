package nl.bereik.mobile.setup;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.setup.PairingViewModel.State;
import nl.bereik.mobile.setup.PairingViewModel.Step;
import nl.bereik.mobile.teamkey.TeamKeys.NewPhone;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.teamkey.SixDigits;

/** The screen on which a phone waits to be approved and handed the team's key, and on which the keeper hands it. */
public final class PairingView {
    private static final int SHORT_ID = 8;

    private final PairingViewModel model;
    private final Texts texts;
    private final Frame frame;
    private final VBox body = new VBox();
    private final Label trouble = Kit.text("", "problem");

    /** @param done leads on */
    public PairingView(PairingViewModel model, Texts texts, Runnable done, Runnable hide) {
        this.model = model;
        this.texts = texts;
        frame = new Frame(texts, texts.get("pairing.title"), done, hide);
        frame.setId("pairing");
        body.getStyleClass().add("group");
        frame.content().getChildren().add(body);
        trouble.setId("pairing-trouble");
        trouble.setGraphic(Icon.WARNING.node());
        ProgressBar progress = new ProgressBar();
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(texts.get("status.syncing"));
        progress.visibleProperty().bind(model.checkingProperty());
        Button check = Kit.secondary(texts.get("pairing.check"), model::check);
        check.setId("pairing-check");
        check.setGraphic(Icon.SYNC.node());
        Button on = Kit.secondary(texts.get("pairing.done"), done);
        on.setId("pairing-done");
        frame.setActions(trouble, progress, check, on);
        model.stateProperty().addListener((property, before, now) -> {
            if (!now.equals(before)) {
                show(now);
            }
        });
        model.checkingProperty().addListener((property, before, now) -> tellTrouble());
        model.failedProperty().addListener((property, before, now) -> tellTrouble());
        show(model.stateProperty().get());
        tellTrouble();
    }

    public Node node() {
        return frame;
    }

    private void tellTrouble() {
        String text = model.failedProperty().get()
                ? texts.get("pairing.failed")
                : model.trouble().map(texts::label).orElse("");
        Kit.show(trouble, !text.isEmpty() && !model.checkingProperty().get());
        trouble.setText(text);
    }

    private void show(State state) {
        body.getChildren().setAll(standing(state));
        if (!state.newPhones().isEmpty()) {
            body.getChildren().add(Kit.heading(texts.get("pairing.new")));
            state.newPhones().forEach(fresh -> body.getChildren().add(waiting(fresh)));
        }
    }

    private Node standing(State state) {
        Step step = state.step();
        Label title = Kit.text(texts.label(step), "strong");
        title.setId("pairing-step");
        title.setGraphic(icon(step).node());
        VBox card = Kit.card(title);
        SixDigits shown = state.digits();
        if (shown != null) {
            card.getChildren().add(digits(shown, "pairing-digits"));
        }
        if (state.newPhones().isEmpty()) {
            card.getChildren().add(Kit.text(texts.get("pairing.hint." + step), "muted"));
        }
        if (step == Step.TO_COMPARE && shown != null) {
            card.getChildren().addAll(answers("pairing", () -> model.confirmKeeper(shown)));
        }
        return card;
    }

    private Node waiting(NewPhone fresh) {
        String shortId =
                fresh.phone().substring(0, Math.min(SHORT_ID, fresh.phone().length()));
        Label title = Kit.text(
                fresh.holder() == null
                        ? texts.get("pairing.new.phone", shortId)
                        : texts.get("pairing.new.holder", fresh.holder(), shortId),
                "strong");
        if (fresh.digits() == null) {
            return Kit.card(title, Kit.text(texts.get("pairing.new.waiting"), "muted"));
        }
        VBox card = Kit.card(
                title,
                digits(fresh.digits(), "digits-" + shortId),
                Kit.text(texts.get("pairing.new.compare"), "muted"));
        card.getChildren().addAll(answers("new-" + shortId, () -> model.confirm(fresh)));
        return card;
    }

    /** The same or others; those that see others are told what to do, and nothing else happens. */
    private List<Node> answers(String id, Runnable same) {
        Label warning = Kit.text(texts.get("pairing.others.hint"), "problem");
        warning.setGraphic(Icon.WARNING.node());
        Kit.show(warning, false);
        Button yes = Kit.primary(texts.get("pairing.same"), same);
        yes.setId(id + "-same");
        Button no = Kit.secondary(texts.get("pairing.others"), () -> {
            Kit.show(warning, true);
            yes.setDisable(true);
        });
        no.setId(id + "-others");
        return List.of(yes, no, warning);
    }

    private static Node digits(SixDigits digits, String id) {
        Label label = Kit.text(digits.display(), "six-digits");
        label.setId(id);
        label.setFocusTraversable(true);
        label.setAccessibleRole(AccessibleRole.TEXT);
        // Read one by one, not as a number.
        label.setAccessibleText(String.join(" ", digits.text().split("")));
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static Icon icon(Step step) {
        return switch (step) {
            case HAS_KEY, APPROVED -> Icon.CHECK;
            case REFUSED -> Icon.WARNING;
            case NOT_ENROLLED -> Icon.NO_LINK;
            case TO_COMPARE -> Icon.EYE;
            case AWAITS_APPROVAL, AWAITS_KEEPER, AWAITS_HANDOVER -> Icon.CLOCK;
        };
    }
}
