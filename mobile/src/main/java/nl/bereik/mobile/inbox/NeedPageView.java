package nl.bereik.mobile.inbox;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.need.DoneAct;
import nl.bereik.mobile.need.NeedPile;
import nl.bereik.mobile.need.NeedText;
import nl.bereik.mobile.need.PhoneNeed;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.privacy.TextSealer.Opened;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedEvent;

/** The page of one need: what there is to know, what became of it, and what one can do, where the thumb is. */
public final class NeedPageView {
    private static final double ICON_SIZE = 18;

    private final NeedPageViewModel model;
    private final Texts texts;
    private final Ways ways;
    private final NeedActsView acts;
    private final Frame frame;

    /** Where one can go from here. */
    public interface Ways {
        /** Raises a need that the server refused in other words. */
        void repair(NeedPage refused);

        /** Starts a trajectory from this need. */
        void startTrajectory();

        /** Asks for the colleague that an act names. */
        void choose(NeedAct act);

        void back();

        void hide();
    }

    public NeedPageView(NeedPageViewModel model, Texts texts, Ways ways) {
        this.model = model;
        this.texts = texts;
        this.ways = ways;
        this.acts = new NeedActsView(model, texts, ways::choose);
        frame = new Frame(texts, texts.get("need.title"), ways::back, ways::hide);
        frame.getStyleClass().add("need");
        model.pageProperty().addListener((property, before, now) -> show(now));
        model.troubleProperty().addListener((property, before, now) -> showActions());
        model.decliningProperty().addListener((property, before, now) -> showActions());
        show(model.pageProperty().get());
    }

    public Node node() {
        return frame;
    }

    private void show(Optional<NeedPage> page) {
        VBox content = frame.content();
        content.getChildren().clear();
        page.ifPresentOrElse(
                now -> {
                    NeedWords words = new NeedWords(texts, now.people());
                    content.getChildren().add(head(now.need(), words));
                    now.need().refused().forEach(act -> content.getChildren().add(refused(act, now.need(), words)));
                    if (now.need().raised() == ItemState.NEEDS_REPAIR) {
                        content.getChildren().add(notTaken(now, words));
                    }
                    addTexts(content, now.texts());
                    addWaiting(content, now.need(), words);
                    content.getChildren().add(timeline(now, words));
                    content.getChildren().addAll(acts.aside(now));
                    if (NeedPile.MINE.holds(now.need())) {
                        Button start = Kit.secondary(texts.get("trajectory.fromHere"), ways::startTrajectory);
                        start.setId("start-trajectory");
                        content.getChildren().add(start);
                    }
                },
                () -> content.getChildren().add(gone()));
        showActions();
    }

    private Node gone() {
        Label gone = Kit.text(texts.get("need.gone"), "muted");
        gone.setId("need-gone");
        return gone;
    }

    private Node head(PhoneNeed need, NeedWords words) {
        FollowUpNeed told = need.view().need();
        Label title = Kit.text(texts.label(told.lifeDomain()), "screen-title");
        title.setId("need-domain");
        Label stands = Kit.text(words.stands(need), "strong");
        stands.setId("need-stands");
        VBox card = Kit.card(
                title, Kit.text(texts.label(told.urgency()), "plain"), Kit.text(words.where(need, told.on()), "muted"));
        card.getChildren().add(Kit.text(texts.get(told.consent() ? "need.consent" : "need.consent.none"), "muted"));
        addUnlessEmpty(card, "need-wish", words.wish(told), "muted");
        card.getChildren().add(stands);
        addUnlessEmpty(card, "need-beside", words.beside(need), "plain");
        if (!need.isConfirmed() && !need.needsAttention()) {
            Label waits = Kit.text(texts.get("need.unconfirmed"), "muted");
            waits.setId("need-unconfirmed");
            waits.setGraphic(Icon.CLOCK.node(ICON_SIZE));
            card.getChildren().add(waits);
        }
        return card;
    }

    private static void addUnlessEmpty(VBox card, String id, String text, String style) {
        if (!text.isEmpty()) {
            Label label = Kit.text(text, style);
            label.setId(id);
            card.getChildren().add(label);
        }
    }

    private Node refused(DoneAct act, PhoneNeed need, NeedWords words) {
        Label why = Kit.text(words.refused(act, need), "problem");
        why.setGraphic(Icon.WARNING.node(ICON_SIZE));
        Button seen = Kit.secondary(texts.get("need.seen"), () -> model.dismiss(act.item()));
        VBox card = Kit.card(why, Kit.text(texts.get("need.undone"), "muted"), seen);
        card.getStyleClass().add("need-refused");
        return card;
    }

    private Node notTaken(NeedPage page, NeedWords words) {
        Label why =
                Kit.text(texts.get("need.notTaken", words.problems(page.need().problems())), "problem");
        why.setGraphic(Icon.WARNING.node(ICON_SIZE));
        Button repair = Kit.primary(texts.get("need.repair"), () -> ways.repair(page));
        repair.setId("need-repair");
        Button away = Kit.secondary(
                texts.get("need.away"), () -> model.dismiss(page.need().id()));
        away.setId("need-away");
        VBox card = Kit.card(why, repair, away);
        card.getStyleClass().add("need-refused");
        return card;
    }

    private void addTexts(VBox content, Map<NeedText, Opened> opened) {
        for (NeedText which : NeedText.values()) {
            Opened text = opened.get(which);
            if (text != null) {
                Label body = text instanceof Opened.Text readable
                        ? Kit.text(readable.text(), "plain")
                        : Kit.text(texts.get(text instanceof Opened.NoKey ? "need.noKey" : "need.unreadable"), "muted");
                if (!(text instanceof Opened.Text)) {
                    body.setGraphic(Icon.LOCK.node(ICON_SIZE));
                }
                body.setId("need-" + which.name().toLowerCase(Locale.ROOT));
                VBox card = Kit.card(body);
                card.setFocusTraversable(true);
                card.setAccessibleText(texts.label(which) + ". " + body.getText());
                content.getChildren().add(group(texts.label(which), card));
            }
        }
    }

    private void addWaiting(VBox content, PhoneNeed need, NeedWords words) {
        if (need.waiting().isEmpty()) {
            return;
        }
        VBox card = Kit.card();
        card.setId("need-waiting");
        for (DoneAct act : need.waiting()) {
            Label done = Kit.text(
                    texts.get(
                            "need.waiting.act",
                            words.act(act.command()),
                            words.moment(act.at(), model.zone(), model.now())),
                    "plain");
            done.setGraphic((act.state() == ItemState.SENDING ? Icon.ARROW_UP : Icon.CLOCK).node(ICON_SIZE));
            HBox.setHgrow(done, Priority.ALWAYS);
            done.setMaxWidth(Double.MAX_VALUE);
            HBox row = new HBox(done);
            row.getStyleClass().addAll("status-row", "one-line", "tone-waiting");
            if (act.canBeUndone()) {
                Button undo = Kit.link(texts.get("today.undo"), () -> model.undoLast(act.item()));
                undo.setId("undo-last");
                undo.setMinWidth(Button.USE_PREF_SIZE);
                row.getChildren().add(undo);
            }
            card.getChildren().add(row);
        }
        content.getChildren().add(group(texts.get("need.waiting"), card));
    }

    private Node timeline(NeedPage page, NeedWords words) {
        PhoneNeed need = page.need();
        TimelineWords told = new TimelineWords(texts, page.people(), need);
        VBox card = Kit.card();
        card.setId("need-timeline");
        if (need.view().timeline().isEmpty()) {
            String key = need.raisedAt() == null ? "need.timeline.none" : "need.timeline.here";
            String at = need.raisedAt() == null ? "" : words.moment(need.raisedAt(), model.zone(), model.now());
            card.getChildren().add(Kit.text(texts.get(key, at), "muted"));
        }
        GridPane lines = new GridPane();
        lines.getStyleClass().add("timeline");
        for (NeedEvent event : need.view().timeline()) {
            Label at = Kit.text(words.moment(event.at(), model.zone(), model.now()), "muted");
            at.setMinWidth(Label.USE_PREF_SIZE);
            GridPane.setValignment(at, VPos.BASELINE);
            Label line = Kit.text(told.line(event), "plain");
            GridPane.setHgrow(line, Priority.ALWAYS);
            lines.addRow(lines.getRowCount(), at, line);
        }
        card.getChildren().add(lines);
        return group(texts.get("need.timeline"), card);
    }

    private void showActions() {
        frame.setActions(acts.bottom().toArray(Node[]::new));
    }

    private static Node group(String heading, Node content) {
        VBox group = new VBox(Kit.heading(heading), content);
        group.getStyleClass().add("group");
        return group;
    }
}
