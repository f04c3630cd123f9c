package nl.bereik.mobile.capture;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.words.Texts;

/** The place for the note, or why there is none yet. */
final class NoteView {
    static final String TEXT_ID = "note-text";

    private static final int ROWS = 4;
    private static final double ICON_SIZE = 18;

    private final VBox box = new VBox();

    NoteView(ContactFormViewModel model, Texts texts) {
        NoteViewModel note = model.note();
        box.getStyleClass().add("field");
        if (note.isUnreadable()) {
            Label unreadable = Kit.text(texts.get("form.note.unreadable"), "problem");
            unreadable.setId("note-unreadable");
            unreadable.setGraphic(Icon.LOCK.node(ICON_SIZE));
            box.getChildren().add(unreadable);
        }
        if (note.canBeMade()) {
            TextEntry entry = new TextEntry(
                    note.textProperty(),
                    new TextEntry.Saying(
                            "note",
                            texts.field(Field.NOTE.wireName()),
                            texts.get("form.note.example"),
                            texts.get("form.note.hint")),
                    ROWS,
                    texts,
                    model::checkNote);
            model.problemsProperty().addListener((property, before, now) -> {
                if (now.containsKey(Field.NOTE) && !before.containsKey(Field.NOTE)) {
                    entry.select(note.check());
                }
            });
            box.getChildren().add(entry.node());
        } else {
            Label noKey = Kit.text(texts.get("form.note.noKey"), "muted");
            noKey.setId("note-no-key");
            noKey.setGraphic(Icon.LOCK.node(ICON_SIZE));
            box.getChildren().add(noKey);
        }
    }

    Node node() {
        return box;
    }
}
