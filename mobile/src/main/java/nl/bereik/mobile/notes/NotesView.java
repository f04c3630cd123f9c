package nl.bereik.mobile.notes;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.privacy.TextSealer.Opened;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.contact.Channel;

/** The screen of the team's notes. */
public final class NotesView {
    private static final double ICON_SIZE = 18;
    private static final double PICTURE_SIZE = 40;

    private final Texts texts;
    private final Frame frame;

    /** @param back leads to the screen before */
    public NotesView(NotesViewModel model, Texts texts, Runnable back, Runnable hide) {
        this.texts = texts;
        frame = new Frame(texts, texts.get("notes.title"), back, hide);
        frame.getStyleClass().add("notes");
        model.notesProperty().addListener((property, before, now) -> {
            if (!now.equals(before)) {
                show(now);
            }
        });
        show(model.notesProperty().get());
    }

    public Node node() {
        return frame;
    }

    private void show(TeamNotes notes) {
        VBox content = frame.content();
        content.getChildren().clear();
        if (notes.lines().isEmpty()) {
            content.getChildren().add(empty(notes.hasKey() ? "notes.empty" : "notes.empty.noKey"));
            return;
        }
        content.getChildren().add(Kit.text(texts.get("notes.explained", notes.daysBefore()), "muted"));
        for (NoteLine line : notes.lines()) {
            content.getChildren().add(card(line, notes.today()));
        }
    }

    private Node card(NoteLine line, LocalDate today) {
        String title = String.join(" · ", day(line.on(), today), channel(line.channel()), line.area());
        String readable = line.text() instanceof Opened.Text text ? text.text() : "";
        Label body;
        if (line.text() instanceof Opened.Text) {
            body = Kit.text(readable, "plain");
        } else {
            body = Kit.text(
                    texts.get(line.text() instanceof Opened.NoKey ? "notes.noKey" : "notes.unreadable"), "muted");
            body.setGraphic(Icon.LOCK.node(ICON_SIZE));
        }
        body.getStyleClass().add("note-body");
        Label where = Kit.text(line.mine() ? title + " · " + texts.get("notes.mine") : title, "muted");
        VBox card = Kit.card(where, body);
        card.getStyleClass().add("note-card");
        card.setFocusTraversable(true);
        card.setAccessibleText(where.getText() + ". " + body.getText());
        return card;
    }

    private String day(LocalDate on, LocalDate today) {
        String date = on.format(DateTimeFormatter.ofPattern("EEE d MMM", texts.locale()));
        if (on.equals(today)) {
            return texts.get("day.today", date);
        }
        return on.equals(today.minusDays(1)) ? texts.get("day.yesterday", date) : date;
    }

    private String channel(String code) {
        for (Channel channel : Channel.values()) {
            if (channel.name().equals(code)) {
                return texts.label(channel);
            }
        }
        return code;
    }

    private Node empty(String key) {
        StackPane picture = new StackPane(Icon.NOTE.node(PICTURE_SIZE));
        picture.getStyleClass().add("empty-picture");
        VBox box = new VBox(picture, Kit.text(texts.get(key), "strong"), Kit.text(texts.get(key + ".hint"), "muted"));
        box.setId("notes-empty");
        box.getStyleClass().add("empty");
        return box;
    }
}
