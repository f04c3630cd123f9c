package nl.bereik.mobile.today;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.capture.Draft;
import nl.bereik.mobile.capture.Field;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.look.LineButton;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.Gender;

/** One contact in the list: where, who, about what, and where it stands in words, shape and colour. */
final class LineView {
    private static final double ICON_SIZE = 18;
    private static final char NO_BREAK = '\u00a0';

    private final TodayLine line;
    private final Draft contact;
    private final LocalDate today;
    private final Texts texts;
    private final Consumer<TodayLine> open;

    LineView(TodayLine line, LocalDate today, Texts texts, Consumer<TodayLine> open) {
        this.line = line;
        this.contact = line.contact();
        this.today = today;
        this.texts = texts;
        this.open = open;
    }

    Node node() {
        boolean takenBack = line.telling() == TodayLine.Telling.TAKEN_BACK;
        VBox words = new VBox(Kit.text(title(), takenBack ? "muted-title" : "strong"));
        String about = about();
        if (!about.isEmpty()) {
            words.getChildren().add(Kit.text(about, "muted"));
        }
        if (!line.problems().isEmpty()) {
            words.getChildren().add(Kit.text(problems(), "problem"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        Label state = state(line.state(), texts);
        HBox row = new LineButton(() -> open.accept(line), words, state);
        row.setAccessibleText(spoken());
        row.setAccessibleHelp(
                texts.get(line.state() == ItemState.NEEDS_REPAIR ? "today.line.repair" : "today.line.correct"));
        return row;
    }

    /** Where an item stands, in words, shape and colour. */
    static Label state(ItemState where, Texts texts) {
        Label state = new Label(texts.label(where));
        state.setGraphic(icon(where).node(ICON_SIZE));
        state.getStyleClass().addAll("state", "state-" + where.name().toLowerCase(Locale.ROOT));
        state.setMinWidth(Label.USE_PREF_SIZE);
        return state;
    }

    private String spoken() {
        return title() + ". " + about() + ". " + texts.label(line.state()) + ". " + problems();
    }

    private String title() {
        List<String> words = new ArrayList<>();
        LocalDate on = contact.on();
        if (on != null && !on.equals(today)) {
            words.add(on.format(DateTimeFormatter.ofPattern("d MMM", texts.locale())));
        }
        words.addAll(unknown(Field.ON));
        if (contact.channel() != null) {
            words.add(texts.label(contact.channel()));
        }
        words.addAll(unknown(Field.CHANNEL));
        String who = who();
        if (!who.isEmpty()) {
            words.add(who);
        }
        return words.isEmpty() ? texts.get("today.unreadable") : String.join(" · ", words);
    }

    private String who() {
        List<String> words = new ArrayList<>();
        if (contact.gender() != null && contact.gender() != Gender.UNKNOWN) {
            words.add(small(texts.label(contact.gender())));
        }
        words.addAll(unknown(Field.GENDER));
        if (contact.ageBand() != null && contact.ageBand() != AgeBand.UNKNOWN) {
            words.add(unbroken(small(texts.shortLabel(contact.ageBand()))));
        }
        words.addAll(unknown(Field.AGE_BAND));
        return words.isEmpty() && contact.gender() != null ? texts.get("today.unknownPerson") : String.join(" ", words);
    }

    private String about() {
        List<String> words = new ArrayList<>();
        contact.signals().forEach(signal -> words.add(small(texts.get("today.signal", texts.label(signal)))));
        unknown(Field.SIGNALS).forEach(signal -> words.add(texts.get("today.signal", signal)));
        contact.topics().forEach(topic -> words.add(small(texts.label(topic))));
        words.addAll(unknown(Field.TOPICS));
        String about = String.join(", ", words);
        if (line.telling() == TodayLine.Telling.FIRST) {
            return about;
        }
        String telling = texts.label(line.telling());
        return about.isEmpty() ? telling : telling + " · " + about;
    }

    /** Codes that this version does not know are shown as they are. */
    private List<String> unknown(Field field) {
        return contact.unknown().getOrDefault(field, List.of());
    }

    private static String unbroken(String text) {
        return text.replace(' ', NO_BREAK);
    }

    private String small(String text) {
        return text.toLowerCase(texts.locale());
    }

    private String problems() {
        List<String> words = new ArrayList<>();
        for (FieldProblem problem : line.problems()) {
            words.add(texts.get("problem." + problem.reason(), texts.field(problem.field()), problem.code()));
        }
        return String.join(" ", words);
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
