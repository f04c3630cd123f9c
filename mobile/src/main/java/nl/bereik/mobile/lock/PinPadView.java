package nl.bereik.mobile.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.journal.PinStanding;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.words.Texts;

/** The keypad for a PIN with what is asked and said above it; a physical keyboard works as well. */
public final class PinPadView extends VBox {
    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");
    private static final int USUAL_DIGITS = 6;
    private static final int COLUMNS = 3;
    private static final int SECONDS_A_MINUTE = 60;
    private static final double ERASE_SIZE = 28;

    private final PinPad pad;
    private final Texts texts;

    public PinPadView(PinPad pad, Texts texts) {
        this.pad = pad;
        this.texts = texts;
        getStyleClass().add("pin-pad");
        setFocusTraversable(true);
        getChildren().addAll(question(), dots(), remark(), keys(), confirm());
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        sceneProperty().addListener((property, before, now) -> {
            if (now != null) {
                Platform.runLater(this::requestFocus);
            }
        });
    }

    private Node question() {
        Label title = Kit.text("", "pin-title");
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("pin.title." + pad.stepProperty().get()), pad.stepProperty()));
        Label hint = Kit.text("", "muted", "pin-hint");
        hint.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("pin.hint." + pad.stepProperty().get(), pad.minDigits()), pad.stepProperty()));
        VBox box = new VBox(title, hint);
        box.getStyleClass().add("pin-question");
        return box;
    }

    private Node dots() {
        HBox row = new HBox();
        row.getStyleClass().add("pin-dots");
        for (int i = 0; i < Pin.MAX_DIGITS; i++) {
            Region dot = new Region();
            dot.getStyleClass().add("pin-dot");
            row.getChildren().add(dot);
        }
        Runnable refresh = () -> {
            int count = pad.countProperty().get();
            for (int i = 0; i < Pin.MAX_DIGITS; i++) {
                Node dot = row.getChildren().get(i);
                dot.pseudoClassStateChanged(FILLED, i < count);
                Kit.show(dot, i < Math.max(USUAL_DIGITS, count));
            }
            row.setAccessibleText(texts.get("pin.typed", count));
        };
        pad.countProperty().addListener((property, before, now) -> refresh.run());
        refresh.run();
        return row;
    }

    private Node remark() {
        Label label = Kit.text("", "pin-remark");
        label.setId("pin-remark");
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        this::remarkText,
                        pad.remarkProperty(),
                        pad.busyProperty(),
                        pad.stepProperty(),
                        pad.standingProperty()));
        ProgressIndicator progress = new ProgressIndicator();
        progress.getStyleClass().add("pin-progress");
        progress.visibleProperty().bind(pad.busyProperty());
        progress.setAccessibleText(texts.get("pin.busy"));
        label.visibleProperty().bind(pad.busyProperty().not());
        StackPane box = new StackPane(label, progress);
        box.getStyleClass().add("pin-remark-box");
        return box;
    }

    private String remarkText() {
        PinPad.Remark remark = pad.remarkProperty().get();
        PinStanding standing = pad.standingProperty().get();
        boolean trying = pad.stepProperty().get() == PinPad.Step.ENTER
                || pad.stepProperty().get() == PinPad.Step.CURRENT;
        List<String> said = new ArrayList<>();
        if (trying && standing.waits()) {
            said.add(texts.get("pin.wait", minutesAndSeconds(standing.waiting())));
        } else if (remark != PinPad.Remark.NONE) {
            said.add(texts.get("pin.remark." + remark, pad.minDigits()));
        }
        if (trying && standing.fewLeft()) {
            said.add(texts.get("pin.left", standing.triesLeft()));
        }
        return String.join("\n", said);
    }

    /** Rounded up, so that it says 0:01 to the end. */
    private static String minutesAndSeconds(Duration wait) {
        long seconds = wait.plusMillis(999).toSeconds();
        return String.format(Locale.ROOT, "%d:%02d", seconds / SECONDS_A_MINUTE, seconds % SECONDS_A_MINUTE);
    }

    private Node keys() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keypad");
        for (int digit = 1; digit <= 9; digit++) {
            grid.add(key(digit), (digit - 1) % COLUMNS, (digit - 1) / COLUMNS);
        }
        Region empty = new Region();
        grid.add(empty, 0, COLUMNS);
        grid.add(key(0), 1, COLUMNS);
        Button erase = keyButton("");
        erase.setId("pin-erase");
        erase.setGraphic(Icon.ERASE.node(ERASE_SIZE));
        erase.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        erase.setAccessibleText(texts.get("pin.erase"));
        erase.getStyleClass().add("key-erase");
        erase.setOnAction(event -> pad.erase());
        grid.add(erase, 2, COLUMNS);
        grid.setAlignment(Pos.CENTER);
        VBox.setVgrow(grid, Priority.NEVER);
        return grid;
    }

    private Button key(int digit) {
        Button button = keyButton(Integer.toString(digit));
        button.setId("pin-" + digit);
        button.setOnAction(event -> pad.digit(digit));
        return button;
    }

    private Button keyButton(String text) {
        Button button = new Button(text);
        button.getStyleClass().add("key");
        button.disableProperty().bind(pad.blocked());
        // The digits are typed by themselves: a focused key must not swallow them.
        button.setFocusTraversable(false);
        return button;
    }

    private Node confirm() {
        Button button = Kit.primary("", pad::confirm);
        button.setId("pin-confirm");
        button.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("pin.confirm." + pad.stepProperty().get()), pad.stepProperty()));
        button.disableProperty().bind(pad.blocked());
        return button;
    }

    private void keyPressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code.isDigitKey() || code.isKeypadKey() && code.getName().matches(".*[0-9]$")) {
            String name = code.getName();
            pad.digit(name.charAt(name.length() - 1) - '0');
            event.consume();
        } else if (code == KeyCode.BACK_SPACE || code == KeyCode.DELETE) {
            pad.erase();
            event.consume();
        } else if (code == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
            pad.confirm();
            event.consume();
        }
    }
}
