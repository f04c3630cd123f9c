package nl.bereik.mobile.today;

import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.activity.OtherLine;
import nl.bereik.mobile.activity.OtherWords;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.look.LineButton;
import nl.bereik.mobile.words.Texts;

/** Something in the list that is no contact, and where it stands. */
final class OtherLineView {
    private final OtherLine line;
    private final LocalDate today;
    private final Texts texts;
    private final OtherWords words;
    private final Consumer<OtherLine> open;

    OtherLineView(OtherLine line, LocalDate today, Texts texts, OtherWords words, Consumer<OtherLine> open) {
        this.line = line;
        this.today = today;
        this.texts = texts;
        this.words = words;
        this.open = open;
    }

    Node node() {
        String title = words.title(line, today);
        String about = words.about(line);
        String problems = words.problems(line.problems());
        VBox told = new VBox(Kit.text(title, line.takenBack() ? "muted-title" : "strong"));
        if (!about.isEmpty()) {
            told.getChildren().add(Kit.text(about, "muted"));
        }
        if (!problems.isEmpty()) {
            told.getChildren().add(Kit.text(problems, "problem"));
        }
        HBox.setHgrow(told, Priority.ALWAYS);
        HBox row = new LineButton(() -> open.accept(line), told, LineView.state(line.state(), texts));
        row.getStyleClass().add("other-line");
        row.setAccessibleText(title + ". " + about + ". " + texts.label(line.state()) + ". " + problems);
        row.setAccessibleHelp(texts.get("other.line"));
        return row;
    }
}
