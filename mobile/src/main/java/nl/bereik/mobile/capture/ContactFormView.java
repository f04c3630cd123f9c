package nl.bereik.mobile.capture;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.look.Choices;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.Encounter;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.PermitStatus;
import nl.bereik.protocol.contact.Service;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.reference.ReferenceData;
import org.jspecify.annotations.Nullable;

/** The form for a contact moment. */
public final class ContactFormView {
    private static final int TOPICS_SHOWN = 5;
    private static final int SERVICES_SHOWN = 3;
    private static final int LANGUAGES_SHOWN = 3;

    private final ContactFormViewModel model;
    private final Texts texts;
    private final Frame frame;
    private final Map<Field, Label> marks = new EnumMap<>(Field.class);
    private final Map<Field, Node> parts = new EnumMap<>(Field.class);

    /**
     * @param takeBack says that the contact was none; null when there is nothing to take back
     * @param followUp is told of the contact once it is saved, to raise a need from it
     * @param close leaves the form without saving
     */
    public ContactFormView(
            ContactFormViewModel model,
            @Nullable TakeBackViewModel takeBack,
            Purpose purpose,
            Texts texts,
            Consumer<UUID> followUp,
            Runnable close,
            Runnable hide) {
        this.model = model;
        this.texts = texts;
        frame = new Frame(texts, texts.get("form.title." + purpose), close, hide);
        frame.getStyleClass().add("form");
        VBox content = frame.content();
        if (purpose != Purpose.NEW) {
            Label explained = Kit.text(texts.get("form.explained." + purpose), "muted");
            explained.setId("explained");
            content.getChildren().add(explained);
        }
        content.getChildren().addAll(where(), who());
        addMany(content);
        content.getChildren().add(followUp(followUp));
        addActions(takeBack);
        model.problemsProperty().addListener((property, before, now) -> mark());
        mark();
    }

    public Node node() {
        return frame;
    }

    private void addActions(@Nullable TakeBackViewModel takeBack) {
        Node signals = signals();
        Button save = saveButton();
        if (takeBack == null) {
            frame.setActions(trouble(model.troubleProperty(), "save-trouble"), signals, save);
            return;
        }
        TakeBackView view = new TakeBackView(takeBack, texts);
        HBox buttons = new HBox(view.button(), save);
        buttons.getStyleClass().add("actions");
        HBox.setHgrow(save, Priority.ALWAYS);
        takeBack.askingProperty().addListener((property, before, now) -> {
            Kit.show(signals, !now);
            Kit.show(buttons, !now);
        });
        frame.setActions(
                trouble(model.troubleProperty(), "save-trouble"),
                trouble(takeBack.troubleProperty(), "take-back-trouble"),
                signals,
                buttons,
                view.question());
    }

    private Node where() {
        ReferenceData reference = model.reference();
        Node channel = part(
                Field.CHANNEL,
                Choices.chips(
                        name(Field.CHANNEL),
                        reference.codes(Field.CHANNEL.wireName(), Channel.class),
                        model.fields().channel(),
                        texts::shortLabel));
        Node permit = part(
                Field.PERMIT,
                Choices.segments(
                        name(Field.PERMIT),
                        reference.codes(Field.PERMIT.wireName(), PermitStatus.class),
                        model.fields().permit(),
                        texts::shortLabel));
        Kit.show(permit, model.fields().channel().get() == Channel.ZONE);
        model.fields().channel().addListener((property, before, now) -> Kit.show(permit, now == Channel.ZONE));
        DetailsView details = new DetailsView(model, texts, this::part);
        return group(name(Field.CHANNEL), channel, details.node(), permit);
    }

    private Node who() {
        ReferenceData reference = model.reference();
        return group(
                texts.get("form.who"),
                part(
                        Field.GENDER,
                        Choices.segments(
                                name(Field.GENDER),
                                reference.codes(Field.GENDER.wireName(), Gender.class),
                                model.fields().gender(),
                                texts::shortLabel)),
                part(
                        Field.AGE_BAND,
                        Choices.segments(
                                name(Field.AGE_BAND),
                                reference.codes(Field.AGE_BAND.wireName(), AgeBand.class),
                                model.fields().ageBand(),
                                texts::shortLabel)),
                part(
                        Field.ENCOUNTER,
                        Choices.segments(
                                name(Field.ENCOUNTER),
                                reference.codes(Field.ENCOUNTER.wireName(), Encounter.class),
                                model.fields().encounter(),
                                texts::shortLabel)));
    }

    private void addMany(VBox content) {
        ReferenceData reference = model.reference();
        content.getChildren()
                .addAll(
                        many(
                                Field.TOPICS,
                                TOPICS_SHOWN,
                                Choices.manyOf(
                                        name(Field.TOPICS),
                                        reference.codes(Field.TOPICS.wireName(), Topic.class),
                                        model.fields().topics(),
                                        texts::shortLabel)),
                        many(
                                Field.SERVICES,
                                SERVICES_SHOWN,
                                Choices.manyOf(
                                        name(Field.SERVICES),
                                        reference.codes(Field.SERVICES.wireName(), Service.class),
                                        model.fields().services(),
                                        texts::shortLabel)),
                        many(
                                Field.LANGUAGES,
                                LANGUAGES_SHOWN,
                                Choices.manyOf(
                                        name(Field.LANGUAGES),
                                        reference.languages(),
                                        model.fields().languages(),
                                        texts::language)));
    }

    private Node many(Field field, int shown, FlowPane chips) {
        return group(
                name(field),
                part(
                        field,
                        Choices.folded(
                                chips,
                                shown,
                                count -> texts.get("form.more", count),
                                count -> texts.get("form.more.spoken", count))));
    }

    /** Signals stand above the button, outside of what scrolls, so that they are never out of reach. */
    private Node signals() {
        Node chips = Choices.manyInRow(
                name(Field.SIGNALS),
                model.reference().codes(Field.SIGNALS.wireName(), Signal.class),
                model.fields().signals(),
                texts::shortLabel);
        chips.getStyleClass().add("signal-chips");
        Label heading = Kit.heading(name(Field.SIGNALS));
        heading.setGraphic(Icon.SIGNAL.node(16));
        heading.getStyleClass().add("signal-heading");
        VBox box = new VBox(heading, part(Field.SIGNALS, chips));
        box.getStyleClass().add("signals");
        return box;
    }

    /** What should happen next is told on a form of its own, once this one is safe. */
    private Node followUp(Consumer<UUID> told) {
        Button button = Kit.secondary(texts.get("form.followUp"), () -> {
            model.save(told);
            revealProblem();
        });
        button.setId("follow-up");
        button.setGraphic(Icon.FORWARD.node(18));
        return group(texts.get("form.followUp.title"), button, Kit.text(texts.get("form.followUp.hint"), "muted"));
    }

    private Button saveButton() {
        Button save = Kit.primary(texts.get("form.save"), this::save);
        save.setId("save");
        return save;
    }

    private Node trouble(ReadOnlyObjectProperty<SaveTrouble> trouble, String id) {
        Label label = Kit.text("", "problem");
        label.setId(id);
        label.setGraphic(Icon.WARNING.node(18));
        Kit.show(label, false);
        trouble.addListener((property, before, now) -> {
            label.setText(now == SaveTrouble.NONE ? "" : texts.label(now));
            Kit.show(label, now != SaveTrouble.NONE);
        });
        return label;
    }

    private void save() {
        model.save();
        revealProblem();
    }

    private void revealProblem() {
        model.firstProblem().ifPresent(field -> {
            Node part = parts.get(field);
            if (part != null) {
                frame.applyCss();
                frame.layout();
                frame.reveal(part);
                Node text = part.lookup('#' + NoteView.TEXT_ID);
                Platform.runLater((text == null ? part : text)::requestFocus);
            }
        });
    }

    private void mark() {
        Map<Field, FieldProblem.Reason> problems = model.problemsProperty().get();
        marks.forEach((field, label) -> {
            FieldProblem.Reason reason = problems.get(field);
            Kit.show(label, reason != null);
            label.setText(reason == null ? "" : problem(field, reason));
        });
    }

    private String problem(Field field, FieldProblem.Reason reason) {
        if (field == Field.NOTE && reason == FieldProblem.Reason.NOT_APPLICABLE) {
            return TextEntry.problem(model.note().check(), texts);
        }
        List<String> unknown = model.unknown(field);
        return unknown.isEmpty()
                ? texts.get("problem." + reason, name(field), model.reasonTold(field))
                : texts.get("form.unknown", name(field), String.join(", ", unknown));
    }

    private String name(Field field) {
        return texts.field(field.wireName());
    }

    /** A field's control with the place above it where a problem with it is told. */
    private Node part(Field field, Node control) {
        Label mark = Kit.text("", "problem");
        mark.setId("problem-" + field.wireName());
        mark.setGraphic(Icon.WARNING.node(18));
        VBox part = new VBox(mark, control);
        part.getStyleClass().add("field");
        part.setId(field.wireName());
        marks.put(field, mark);
        parts.put(field, part);
        return part;
    }

    private static Node group(String heading, Node... content) {
        VBox group = new VBox(Kit.heading(heading));
        group.getChildren().addAll(List.of(content));
        group.getStyleClass().add("group");
        return group;
    }
}
