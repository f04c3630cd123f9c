package nl.bereik.mobile.today;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.Gender;
import org.jspecify.annotations.Nullable;

/** One contact in the list: where, who, about what, and where it stands in words, shape and colour. */
final class LineView {
    private static final double ICON_SIZE = 18;

    private final TodayLine line;
    private final LocalDate today;
    private final Texts texts;
    private final Consumer<UUID> repair;

    LineView(TodayLine line, LocalDate today, Texts texts, Consumer<UUID> repair) {
        this.line = line;
        this.today = today;
        this.texts = texts;
        this.repair = repair;
    }

    Node node() {
        Label title = Kit.text(title(), "strong");
        VBox words = new VBox(title);
        String about = about();
        if (!about.isEmpty()) {
            words.getChildren().add(Kit.text(about, "muted"));
        }
        if (!line.problems().isEmpty()) {
            words.getChildren().add(Kit.text(problems(), "problem"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        Label state = new Label(texts.label(line.state()));
        state.setGraphic(icon(line.state()).node(ICON_SIZE));
        state.getStyleClass().addAll("state", "state-" + line.state().name().toLowerCase(Locale.ROOT));
        state.setMinWidth(Label.USE_PREF_SIZE);
        HBox row = new HBox(words, state);
        row.getStyleClass().add("line");
        row.setAccessibleText(spoken());
        if (line.state() != ItemState.NEEDS_REPAIR) {
            return row;
        }
        makePressable(row);
        return row;
    }

    /** A row with texts that wrap, which a button's graphic cannot have, that behaves as a button. */
    private void makePressable(HBox row) {
        row.getStyleClass().add("line-button");
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setFocusTraversable(true);
        row.setOnMouseClicked(event -> repair.accept(line.opId()));
        row.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                repair.accept(line.opId());
                event.consume();
            }
        });
    }

    private String spoken() {
        return title() + ". " + about() + ". " + texts.label(line.state()) + ". " + problems();
    }

    private String title() {
        List<String> words = new ArrayList<>();
        if (line.on() != null && !line.on().equals(today)) {
            words.add(line.on().format(DateTimeFormatter.ofPattern("d MMM", texts.locale())));
        }
        addLabel(words, line.channel());
        String who = who();
        if (!who.isEmpty()) {
            words.add(who);
        }
        return words.isEmpty() ? texts.get("today.unreadable") : String.join(" · ", words);
    }

    private String who() {
        List<String> words = new ArrayList<>();
        if (line.gender() != Gender.UNKNOWN) {
            addLabel(words, line.gender());
        }
        if (line.ageBand() != null && line.ageBand() != AgeBand.UNKNOWN) {
            words.add(texts.shortLabel(line.ageBand()));
        }
        return words.isEmpty() && line.gender() != null
                ? texts.get("today.unknownPerson")
                : String.join(" ", words).toLowerCase(texts.locale());
    }

    private String about() {
        List<String> words = new ArrayList<>();
        line.signals().forEach(signal -> words.add(texts.get("today.signal", texts.label(signal))));
        line.topics().forEach(topic -> addLabel(words, topic));
        return String.join(", ", words).toLowerCase(texts.locale());
    }

    private String problems() {
        List<String> words = new ArrayList<>();
        for (FieldProblem problem : line.problems()) {
            words.add(texts.get("problem." + problem.reason(), texts.field(problem.field()), problem.code()));
        }
        return String.join(" ", words);
    }

    private void addLabel(List<String> words, @Nullable Enum<?> code) {
        if (code != null) {
            words.add(texts.label(code));
        }
    }

    private static Icon icon(ItemState state) {
        return switch (state) {
            case WAITING -> Icon.CLOCK;
            case SENDING -> Icon.ARROW_UP;
            case ARRIVED -> Icon.CHECK;
            case UNDER_REVIEW -> Icon.EYE;
            case NEEDS_REPAIR -> Icon.WARNING;
        };
    }
}
