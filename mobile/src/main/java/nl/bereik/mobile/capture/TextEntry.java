package nl.bereik.mobile.capture;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.privacy.Finding;
import nl.bereik.mobile.privacy.FreeText;
import nl.bereik.mobile.words.Texts;

/** A place to type a free text that will be sealed, with its hint and its length below it. */
public final class TextEntry {
    private static final int PIECE_SHOWN = 7;

    private final TextArea area = new TextArea();
    private final VBox box;

    /**
     * What an entry says.
     *
     * @param id what its nodes are called by: {@code id-text} and {@code id-counter}
     * @param name what is asked
     * @param example shown while nothing is typed
     */
    public record Saying(String id, String name, String example, String hint) {}

    /** @param left is called when the entry loses the focus */
    public TextEntry(StringProperty text, Saying saying, int rows, Texts texts, Runnable left) {
        area.setId(saying.id() + "-text");
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        area.setPromptText(saying.example());
        area.setAccessibleText(saying.name());
        area.setAccessibleHelp(saying.hint());
        area.textProperty().bindBidirectional(text);
        // The Tab key goes to the next field, as everywhere in a form, and is not written into the text.
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
                left.run();
            }
        });
        box = new VBox(area, below(saying, texts));
        box.getStyleClass().add("field");
    }

    public Node node() {
        return box;
    }

    /** Marks what could identify somebody, so that what is typed next takes its place. */
    public void select(FreeText checked) {
        checked.findings().stream().findFirst().ifPresent(finding -> area.selectRange(finding.start(), finding.end()));
    }

    /** What keeps a text from being saved, each on a line of its own. */
    public static String problem(FreeText checked, Texts texts) {
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

    private Node below(Saying saying, Texts texts) {
        Label hint = Kit.text(saying.hint(), "muted");
        HBox.setHgrow(hint, Priority.ALWAYS);
        hint.setMaxWidth(Double.MAX_VALUE);
        Label counter = new Label();
        counter.setId(saying.id() + "-counter");
        counter.getStyleClass().add("muted");
        counter.setMinWidth(Label.USE_PREF_SIZE);
        Runnable count = () -> {
            int length = FreeText.length(area.getText().strip());
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
