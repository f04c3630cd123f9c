package nl.bereik.mobile.capture;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Choices;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.WorkForm;

/** The fields that are chosen beforehand: summed up in one line, and open when asked for. */
final class DetailsView {
    private static final int AREAS_SHOWN = 5;

    private final ContactFormViewModel model;
    private final Texts texts;
    private final BiFunction<Field, Node, Node> part;
    private final VBox box = new VBox();
    private final Label summary = Kit.text("", "summary");

    /** @param part puts a place for problems beside a field's control */
    DetailsView(ContactFormViewModel model, Texts texts, BiFunction<Field, Node, Node> part) {
        this.model = model;
        this.texts = texts;
        this.part = part;
        summary.setId("summary");
        HBox.setHgrow(summary, Priority.ALWAYS);
        Button toggle = Kit.link("", () -> model.detailsOpenProperty()
                .set(!model.detailsOpenProperty().get()));
        toggle.setId("change");
        toggle.setMinWidth(Button.USE_PREF_SIZE);
        HBox line = new HBox(summary, toggle);
        line.getStyleClass().add("summary-line");
        VBox open = new VBox(day(), dayPart(), area(), audience(), workForm(), note());
        open.getStyleClass().add("details");
        box.getChildren().addAll(line, open);
        Runnable refresh = () -> {
            boolean isOpen = model.detailsOpenProperty().get();
            Kit.show(open, isOpen);
            toggle.setText(texts.get(isOpen ? "form.changed" : "form.change"));
        };
        model.detailsOpenProperty().addListener((property, before, now) -> refresh.run());
        refresh.run();
        sumUp();
        List.<ObservableValue<?>>of(
                        model.fields().on(),
                        model.fields().dayPart(),
                        model.fields().area(),
                        model.fields().audience(),
                        model.fields().workForm(),
                        model.note().textProperty())
                .forEach(value -> value.addListener((property, before, now) -> sumUp()));
    }

    Node node() {
        return box;
    }

    private void sumUp() {
        List<String> words = new ArrayList<>();
        LocalDate on = model.fields().on().get();
        if (on != null && !on.equals(model.today())) {
            words.add(dayName(on));
        }
        addLabel(words, model.fields().dayPart().get());
        if (model.fields().area().get() != null) {
            words.add(model.fields().area().get());
        }
        addLabel(words, model.fields().audience().get());
        addLabel(words, model.fields().workForm().get());
        if (!model.note().isEmpty()) {
            words.add(texts.get("form.note.made"));
        }
        summary.setText(String.join(" · ", words));
    }

    private void addLabel(List<String> words, Enum<?> code) {
        if (code != null) {
            words.add(texts.label(code));
        }
    }

    private Node day() {
        Button earlier = Kit.iconButton(Icon.BACK, texts.get("form.day.earlier"), () -> model.moveDay(-1));
        earlier.setId("day-earlier");
        Button later = Kit.iconButton(Icon.FORWARD, texts.get("form.day.later"), () -> model.moveDay(1));
        later.setId("day-later");
        Label day = new Label();
        day.setId("day");
        day.getStyleClass().add("day");
        day.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(day, Priority.ALWAYS);
        Runnable refresh = () -> {
            LocalDate on = model.fields().on().get();
            day.setText(on == null ? "" : dayName(on));
            earlier.setDisable(!model.canGoBack());
            later.setDisable(!model.canGoForward());
        };
        model.fields().on().addListener((property, before, now) -> refresh.run());
        refresh.run();
        HBox row = new HBox(earlier, day, later);
        row.getStyleClass().add("day-row");
        return named(Field.ON, row);
    }

    private String dayName(LocalDate day) {
        String date = day.format(DateTimeFormatter.ofPattern("EEE d MMM", texts.locale()));
        if (day.equals(model.today())) {
            return texts.get("day.today", date);
        }
        return day.equals(model.today().minusDays(1)) ? texts.get("day.yesterday", date) : date;
    }

    private Node dayPart() {
        return named(
                Field.DAY_PART,
                Choices.segments(
                        texts.field(Field.DAY_PART.wireName()),
                        model.reference().codes(Field.DAY_PART.wireName(), DayPart.class),
                        model.fields().dayPart(),
                        texts::shortLabel));
    }

    private Node area() {
        List<String> areas = new ArrayList<>(model.reference().areas());
        FlowPane chips = Choices.chips(
                texts.field(Field.AREA.wireName()), areas, model.fields().area(), area -> area);
        return named(
                Field.AREA,
                Choices.folded(
                        chips,
                        AREAS_SHOWN,
                        count -> texts.get("form.more", count),
                        count -> texts.get("form.more.spoken", count)));
    }

    private Node audience() {
        return named(
                Field.AUDIENCE,
                Choices.segments(
                        texts.field(Field.AUDIENCE.wireName()),
                        model.reference().codes(Field.AUDIENCE.wireName(), Audience.class),
                        model.fields().audience(),
                        texts::shortLabel));
    }

    private Node workForm() {
        return named(
                Field.WORK_FORM,
                Choices.chips(
                        texts.field(Field.WORK_FORM.wireName()),
                        model.reference().codes(Field.WORK_FORM.wireName(), WorkForm.class),
                        model.fields().workForm(),
                        texts::shortLabel));
    }

    private Node note() {
        return named(Field.NOTE, new NoteView(model, texts).node());
    }

    private Node named(Field field, Node control) {
        VBox group = new VBox(Kit.heading(texts.field(field.wireName())), part.apply(field, control));
        group.getStyleClass().add("group");
        return group;
    }
}
