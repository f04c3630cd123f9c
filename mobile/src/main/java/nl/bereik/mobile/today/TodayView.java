package nl.bereik.mobile.today;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.activity.OtherLine;
import nl.bereik.mobile.activity.OtherWords;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.look.Notice;
import nl.bereik.mobile.look.Snackbar;
import nl.bereik.mobile.words.Texts;
import org.jspecify.annotations.Nullable;

/** The screen of today. */
public final class TodayView {
    private final TodayViewModel model;
    private final Texts texts;
    private final Ways ways;
    private final Frame frame;
    private final VBox notices = new VBox();
    private final Label count = new Label();
    private final Label countWords = Kit.text("", "muted");
    private final Button needs = Kit.secondary("", () -> {});
    private final VBox list = new VBox();
    private final VBox snackbars = new VBox();
    private @Nullable Overview shown;

    /** Where one can go from here. */
    public interface Ways {
        void newContact();

        /** What else can be told and looked at. */
        void other();

        /** Shows this that is no contact. */
        void openOther(OtherLine line);

        /** Repairs or corrects this contact. */
        void open(TodayLine line);

        void enrol();

        /** Approval and the key of the team. */
        void pairing();

        /** The notes of the team. */
        void notes();

        /** The follow-up needs. */
        void needs();

        void settings();

        void hide();
    }

    public TodayView(TodayViewModel model, Texts texts, Ways ways) {
        this.model = model;
        this.texts = texts;
        this.ways = ways;
        frame = new Frame(texts, texts.get("today.title"), null, ways::hide);
        frame.getStyleClass().add("today");
        Button notes = Kit.iconButton(Icon.NOTE, texts.get("notes.open"), ways::notes);
        notes.setId("notes");
        frame.addAction(notes);
        Button settings = Kit.iconButton(Icon.SETTINGS, texts.get("today.settings"), ways::settings);
        settings.setId("settings");
        frame.addAction(settings);
        StatusCard status = new StatusCard(model, texts, model.zone(), ways::enrol, ways::pairing);
        notices.getStyleClass().add("lines");
        frame.content().getChildren().addAll(notices, countCard(), status.node(), needs, list);
        Kit.show(notices, false);
        needs.setId("needs");
        needs.setGraphic(Icon.HAND.node());
        needs.setOnAction(event -> ways.needs());
        Button fresh = Kit.primary(texts.get("today.new"), ways::newContact);
        fresh.setId("new-contact");
        fresh.setGraphic(Icon.PLUS.node());
        Button other = Kit.secondary(texts.get("other.title"), ways::other);
        other.setId("other");
        other.setMinWidth(Button.USE_PREF_SIZE);
        other.setMaxWidth(Button.USE_PREF_SIZE);
        HBox.setHgrow(fresh, Priority.ALWAYS);
        HBox actions = new HBox(other, fresh);
        actions.getStyleClass().add("actions");
        frame.setActions(snackbars, actions);
        model.overviewProperty().addListener((property, before, now) -> show(now));
        model.receiptProperty().addListener((property, before, now) -> showReceipt());
        show(model.overviewProperty().get());
        showReceipt();
    }

    public Node node() {
        return frame;
    }

    /** Shows something that the user should know, until it is put away. */
    public void tell(String title, String text, Runnable dismissed) {
        Notice[] notice = new Notice[1];
        notice[0] = new Notice(title, text, texts.get("today.dismiss"), () -> {
            notices.getChildren().remove(notice[0]);
            Kit.show(notices, !notices.getChildren().isEmpty());
            dismissed.run();
        });
        notices.getChildren().add(notice[0]);
        Kit.show(notices, true);
    }

    private Node countCard() {
        count.setId("count");
        count.getStyleClass().add("count");
        HBox row = new HBox(count, countWords);
        row.getStyleClass().add("count-row");
        return row;
    }

    private void show(Overview now) {
        count.setText(Integer.toString(now.count()));
        String day = now.day().format(DateTimeFormatter.ofPattern("EEEE d MMMM", texts.locale()));
        needs.setText(needsWords(now.needs()));
        countWords.setText(texts.get("today.count", now.count(), day));
        // A line that stays as it is keeps the focus, and the finger that is on it.
        if (shown == null || !now.hasTheLinesOf(shown)) {
            showLines(now);
        }
        shown = now;
    }

    private String needsWords(Overview.Needs now) {
        List<String> words = new ArrayList<>(List.of(texts.get("needs.title")));
        if (now.fresh() > 0) {
            words.add(texts.get("needs.fresh", now.fresh()));
        }
        if (now.mine() > 0) {
            words.add(texts.get("needs.mine", now.mine()));
        }
        return String.join(" · ", words);
    }

    private void showLines(Overview now) {
        list.getChildren().clear();
        list.getStyleClass().setAll("group");
        if (!now.others().isEmpty()) {
            list.getChildren().add(Kit.heading(texts.get("other.heading")));
            list.getChildren()
                    .add(card(now.others().stream()
                            .map(line -> new OtherLineView(
                                    line, now.day(), texts, new OtherWords(texts, model.reference()), ways::openOther))
                            .map(OtherLineView::node)
                            .toList()));
        }
        if (now.lines().isEmpty()) {
            if (now.others().isEmpty()) {
                list.getChildren().add(empty());
            }
            return;
        }
        list.getChildren()
                .addAll(
                        Kit.heading(texts.get("today.latest")),
                        card(now.lines().stream()
                                .map(line -> new LineView(line, now.day(), texts, ways::open).node())
                                .toList()));
        if (now.notShown() > 0) {
            list.getChildren().add(Kit.text(texts.get("today.notShown", now.notShown()), "muted"));
        }
    }

    private static VBox card(List<Node> lines) {
        VBox card = Kit.card();
        card.getStyleClass().add("lines-card");
        card.getChildren().addAll(lines);
        lines.get(lines.size() - 1).getStyleClass().add("line-last");
        return card;
    }

    private Node empty() {
        StackPane picture = new StackPane(Icon.MOON.node(40));
        picture.getStyleClass().add("empty-picture");
        VBox box = new VBox(
                picture,
                Kit.text(texts.get("today.empty"), "strong"),
                Kit.text(texts.get("today.empty.hint"), "muted"));
        box.setId("empty");
        box.getStyleClass().add("empty");
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private void showReceipt() {
        snackbars.getChildren().clear();
        model.receiptProperty().get().ifPresent(receipt -> {
            String message = texts.label(receipt.done());
            Snackbar snackbar = receipt.canBeUndone()
                    ? new Snackbar(message, texts.get("today.undo"), model::undo)
                    : new Snackbar(message);
            snackbar.setId(receipt.canBeUndone() ? "undo" : "done");
            snackbars.getChildren().add(snackbar);
        });
        Kit.show(snackbars, !snackbars.getChildren().isEmpty());
    }
}
