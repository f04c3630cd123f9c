package nl.bereik.mobile.inbox;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Choices;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.look.LineButton;
import nl.bereik.mobile.need.DoneAct;
import nl.bereik.mobile.need.NeedPile;
import nl.bereik.mobile.need.PhoneNeed;
import nl.bereik.mobile.words.Texts;

/** The screen of needs, pile by pile. */
public final class InboxView {
    private static final double ICON_SIZE = 18;
    private static final double PICTURE_SIZE = 40;

    private final InboxViewModel model;
    private final Texts texts;
    private final Consumer<UUID> open;
    private final Frame frame;
    private final VBox tabs = new VBox();
    private final VBox list = new VBox();
    private List<NeedPile> shownPiles = List.of();

    /**
     * @param open shows one need
     * @param raise leads to the form that raises one
     * @param back leads to the screen before
     */
    public InboxView(
            InboxViewModel model, Texts texts, Consumer<UUID> open, Runnable raise, Runnable back, Runnable hide) {
        this.model = model;
        this.texts = texts;
        this.open = open;
        frame = new Frame(texts, texts.get("needs.title"), back, hide);
        frame.getStyleClass().add("needs");
        list.getStyleClass().add("group");
        frame.content().getChildren().addAll(tabs, list);
        Button fresh = Kit.primary(texts.get("needs.raise"), raise);
        fresh.setId("raise-need");
        fresh.setGraphic(Icon.PLUS.node());
        frame.setActions(fresh);
        model.inboxProperty().addListener((property, before, now) -> {
            if (!now.equals(before)) {
                show(now);
            }
        });
        model.pileProperty()
                .addListener(
                        (property, before, now) -> show(model.inboxProperty().get()));
        show(model.inboxProperty().get());
    }

    public Node node() {
        return frame;
    }

    private void show(Inbox now) {
        showTabs(now.piles());
        NeedPile pile = model.pileProperty().get();
        list.getChildren().clear();
        NeedWords words = new NeedWords(texts, now.people());
        now.lost().forEach(act -> list.getChildren().add(lost(act, words)));
        List<PhoneNeed> needs = now.on(pile);
        if (needs.isEmpty()) {
            list.getChildren().add(empty(pile));
            return;
        }
        if (pile == NeedPile.RAISED) {
            list.getChildren().add(Kit.heading(texts.get("needs.became")));
        }
        VBox card = Kit.card();
        card.getStyleClass().add("lines-card");
        needs.forEach(need -> card.getChildren().add(line(need, words, now.today())));
        card.getChildren().get(card.getChildren().size() - 1).getStyleClass().add("line-last");
        list.getChildren().add(card);
    }

    private void showTabs(List<NeedPile> piles) {
        // Tabs that stay as they are keep the focus.
        if (!piles.equals(shownPiles)) {
            shownPiles = piles;
            tabs.getChildren().clear();
            if (piles.size() > 1) {
                HBox segments =
                        Choices.segments(texts.get("needs.piles"), piles, model.pileProperty(), texts::shortLabel);
                segments.setId("piles");
                tabs.getChildren().add(segments);
            }
            Kit.show(tabs, piles.size() > 1);
        }
    }

    private Node line(PhoneNeed need, NeedWords words, LocalDate today) {
        VBox told = new VBox(
                Kit.text(words.title(need), "strong"),
                Kit.text(words.where(need, today), "muted"),
                Kit.text(words.stands(need), "plain"));
        need.refused().forEach(act -> told.getChildren().add(Kit.text(words.refused(act, need), "problem")));
        if (!need.problems().isEmpty()) {
            told.getChildren().add(Kit.text(words.problems(need.problems()), "problem"));
        }
        HBox.setHgrow(told, Priority.ALWAYS);
        HBox row = new LineButton(() -> open.accept(need.id()), told);
        String mark = "";
        if (need.needsAttention() || !need.isConfirmed()) {
            Label state = mark(need);
            mark = state.getText();
            row.getChildren().add(state);
        }
        StringBuilder spoken = new StringBuilder();
        told.getChildren()
                .forEach(part -> spoken.append(((Label) part).getText()).append(". "));
        row.setAccessibleText(spoken + mark);
        row.setAccessibleHelp(texts.get("needs.line"));
        return row;
    }

    private Label mark(PhoneNeed need) {
        boolean bad = need.needsAttention();
        Label state = new Label(texts.get(bad ? "needs.look" : "needs.unconfirmed"));
        state.setGraphic((bad ? Icon.WARNING : Icon.CLOCK).node(ICON_SIZE));
        state.getStyleClass().addAll("state", bad ? "state-needs_repair" : "state-waiting");
        state.setMinWidth(Label.USE_PREF_SIZE);
        return state;
    }

    private Node lost(DoneAct act, NeedWords words) {
        VBox card = Kit.card(
                Kit.text(texts.get("needs.lost"), "strong"),
                Kit.text(words.refused(act, null), "problem"),
                Kit.secondary(texts.get("need.seen"), () -> model.dismiss(act.item())));
        card.getStyleClass().add("need-lost");
        return card;
    }

    private Node empty(NeedPile pile) {
        StackPane picture = new StackPane(Icon.HAND.node(PICTURE_SIZE));
        picture.getStyleClass().add("empty-picture");
        String key = "needs.empty." + pile;
        VBox box = new VBox(picture, Kit.text(texts.get(key), "strong"), Kit.text(texts.get(key + ".hint"), "muted"));
        box.setId("needs-empty");
        box.getStyleClass().add("empty");
        return box;
    }
}
