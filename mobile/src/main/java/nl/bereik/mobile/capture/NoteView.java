package nl.bereik.mobile.capture;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.privacy.Finding;
import nl.bereik.mobile.privacy.FreeText;
import nl.bereik.mobile.words.Texts;

/** The place for the note, or why there is none yet. */
final class NoteView {
    static final String TEXT_ID = "note-text";

    private static final int ROWS = 4;
    private static final int PIECE_SHOWN = 7;
    private static final double ICON_SIZE = 18;

    private final ContactFormViewModel model;
    private final NoteViewModel note;
    private final Texts texts;
    private final VBox box = new VBox();

    NoteView(ContactFormViewModel model, Texts texts) {
        this.model = model;
        this.note = model.note();
        this.texts = texts;
        box.getStyleClass().add("field");
        if (note.isUnreadable()) {
            Label unreadable = Kit.text(texts.get("form.note.unreadable"), "problem");
            unreadable.setId("note-unreadable");
            unreadable.setGraphic(Icon.LOCK.node(ICON_SIZE));
            box.getChildren().add(unreadable);
        }
        if (note.canBeMade()) {
            TextArea area = area();
            box.getChildren().addAll(area, belowArea(area));
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

    /** What keeps the note from being saved, each on a line of its own. */
    static String problem(FreeText checked, Texts texts) {
        List<String> lines = new ArrayList<>();
        if (checked.isTooLong()) {
            lines.add(texts.get("form.note.tooLong", FreeText.MAX_CHARACTERS));
        }
        for (Finding finding : checked.findings()) {
            String piece = finding.in(checked.text());
            String shown = piece.length() > PIECE_SHOWN ? piece.substring(0, PIECE_SHOWN) + "…" : piece;
            lines.add(texts.get("form.note.found", texts.label(finding.kind()), shown));
        }
        if (!checked.findings().isEmpty()) {
            lines.add(texts.get("form.note.leaveOut"));
        }
        return String.join("\n", lines);
    }

    private TextArea area() {
        TextArea area = new TextArea();
        area.setId(TEXT_ID);
        area.setWrapText(true);
        area.setPrefRowCount(ROWS);
        area.setPromptText(texts.get("form.note.example"));
        area.setAccessibleText(texts.field(Field.NOTE.wireName()));
        area.setAccessibleHelp(texts.get("form.note.hint"));
        area.textProperty().bindBidirectional(note.textProperty());
        // The Tab key goes to the next field, as everywhere in the form, and is not written into the note.
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                event.consume();
                area.fireEvent(new KeyEvent(
                        KeyEvent.KEY_PRESSED,
                        KeyEvent.CHAR_UNDEFINED,
                        KeyCode.TAB.getName(),
                        KeyCode.TAB,
                        event.isShiftDown(),
                        true,
                        false,
                        false));
            }
        });
        area.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                model.checkNote();
            }
        });
        model.problemsProperty().addListener((property, before, now) -> {
            if (now.containsKey(Field.NOTE) && !before.containsKey(Field.NOTE)) {
                select(area);
            }
        });
        return area;
    }

    /** So that what is typed next takes the place of what could identify somebody. */
    private void select(TextArea area) {
        note.check().findings().stream()
                .findFirst()
                .ifPresent(finding -> area.selectRange(finding.start(), finding.end()));
    }

    private Node belowArea(TextArea area) {
        Label hint = Kit.text(texts.get("form.note.hint"), "muted");
        HBox.setHgrow(hint, Priority.ALWAYS);
        hint.setMaxWidth(Double.MAX_VALUE);
        Label counter = new Label();
        counter.setId("note-counter");
        counter.getStyleClass().add("muted");
        counter.setMinWidth(Label.USE_PREF_SIZE);
        Runnable count = () -> {
            int length = FreeText.length(note.textProperty().get().strip());
            boolean tooLong = length > FreeText.MAX_CHARACTERS;
            counter.setText(texts.get("form.note.counter", length, FreeText.MAX_CHARACTERS));
            counter.getStyleClass().setAll("label", tooLong ? "problem" : "muted");
        };
        area.textProperty().addListener((property, before, now) -> count.run());
        count.run();
        HBox line = new HBox(hint, counter);
        line.getStyleClass().add("note-below");
        return line;
    }
}
