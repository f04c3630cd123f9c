package nl.bereik.mobile.inbox;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.capture.TextEntry;
import nl.bereik.mobile.inbox.NeedFormViewModel.Missing;
import nl.bereik.mobile.look.Choices;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Icon;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.need.NeedText;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.Urgency;

/** The form that raises a need. */
public final class NeedFormView {
    private static final int DOMAINS_SHOWN = 6;
    private static final int AREAS_SHOWN = 3;
    private static final int LANGUAGES_SHOWN = 3;
    private static final int ROWS = 2;
    private static final double ICON_SIZE = 18;

    private final NeedFormViewModel model;
    private final Texts texts;
    private final Frame frame;
    private final Map<Missing, Label> marks = new EnumMap<>(Missing.class);
    private final Map<NeedText, Label> textMarks = new EnumMap<>(NeedText.class);
    private final Map<NeedText, TextEntry> entries = new EnumMap<>(NeedText.class);

    /** @param close leaves the form without saving */
    public NeedFormView(NeedFormViewModel model, Texts texts, Runnable close, Runnable hide) {
        this.model = model;
        this.texts = texts;
        frame = new Frame(texts, texts.get("needForm.title"), close, hide);
        frame.getStyleClass().add("form");
        frame.content().getChildren().addAll(urgency(), lifeDomain(), area(), language());
        frame.content().getChildren().addAll(new WishesView(model.wishes(), texts).nodes());
        frame.content().getChildren().add(consent());
        addTexts();
        Button save = Kit.primary(texts.get("needForm.save"), this::save);
        save.setId("save-need");
        frame.setActions(trouble(), save);
        model.missingProperty().addListener((property, before, now) -> mark());
        model.wrongProperty().addListener((property, before, now) -> markTexts(before, now));
    }

    public Node node() {
        return frame;
    }

    private Node urgency() {
        return group(
                texts.get("needForm.urgency"),
                required(
                        Missing.URGENCY,
                        Choices.segments(
                                texts.get("needForm.urgency"),
                                List.of(Urgency.values()),
                                model.urgency(),
                                texts::shortLabel)));
    }

    private Node lifeDomain() {
        String name = texts.get("needForm.lifeDomain");
        List<Topic> offered = new ArrayList<>(model.reference().codes("topics", Topic.class));
        return group(
                name,
                required(
                        Missing.LIFE_DOMAIN,
                        Choices.folded(
                                Choices.chips(name, offered, model.lifeDomain(), texts::shortLabel),
                                DOMAINS_SHOWN,
                                this::more,
                                this::moreSpoken)));
    }

    private Node area() {
        return group(
                texts.field("area"),
                required(
                        Missing.AREA,
                        Choices.folded(
                                Choices.chips(
                                        texts.field("area"),
                                        new ArrayList<>(model.reference().areas()),
                                        model.area(),
                                        area -> area),
                                AREAS_SHOWN,
                                this::more,
                                this::moreSpoken)));
    }

    private Node language() {
        List<String> offered = new ArrayList<>(List.of(NeedFormViewModel.ANY));
        offered.addAll(model.reference().languages());
        return group(
                texts.get("needForm.language"),
                Choices.folded(
                        Choices.chips(
                                texts.get("needForm.language"),
                                offered,
                                model.language(),
                                code -> code.isEmpty() ? texts.get("needForm.language.any") : texts.language(code)),
                        LANGUAGES_SHOWN,
                        this::more,
                        this::moreSpoken));
    }

    private Node consent() {
        Node choice = Choices.segments(
                texts.get("needForm.consent"),
                List.of(false, true),
                model.consent(),
                agreed -> texts.get(agreed ? "needForm.consent.yes" : "needForm.consent.no"));
        choice.setId("consent");
        return group(texts.get("needForm.consent"), choice);
    }

    private void addTexts() {
        if (!model.canWriteTexts()) {
            Label noKey = Kit.text(texts.get("needForm.noKey"), "muted");
            noKey.setId("need-no-key");
            noKey.setGraphic(Icon.LOCK.node(ICON_SIZE));
            frame.content().getChildren().add(noKey);
            return;
        }
        for (NeedText which : NeedText.values()) {
            TextEntry entry = new TextEntry(
                    model.text(which),
                    new TextEntry.Saying(
                            "need-" + which.name().toLowerCase(Locale.ROOT),
                            texts.label(which),
                            texts.get("needForm.example." + which),
                            which == NeedText.NOTE ? texts.get("form.note.hint") : ""),
                    ROWS,
                    texts,
                    model::checkTexts);
            Label mark = mark("problem-need-" + which.name().toLowerCase(Locale.ROOT));
            entries.put(which, entry);
            textMarks.put(which, mark);
            frame.content().getChildren().add(group(texts.label(which), field(mark, entry.node())));
        }
    }

    private void save() {
        model.save();
        Node first = null;
        for (Missing which : Missing.values()) {
            if (first == null && model.missingProperty().get().contains(which)) {
                first = marks.get(which);
            }
        }
        for (NeedText which : NeedText.values()) {
            if (first == null && model.wrongProperty().get().contains(which)) {
                first = textMarks.get(which);
            }
        }
        if (first != null) {
            Node part = first.getParent();
            frame.applyCss();
            frame.layout();
            frame.reveal(part);
            Node text = part.lookup(".text-area");
            Platform.runLater((text == null ? part : text)::requestFocus);
        }
    }

    private void mark() {
        Set<Missing> missing = model.missingProperty().get();
        marks.forEach((which, label) -> {
            Kit.show(label, missing.contains(which));
            label.setText(texts.get("problem.MISSING_FIELD", texts.label(which), ""));
        });
    }

    private void markTexts(Set<NeedText> before, Set<NeedText> now) {
        textMarks.forEach((which, label) -> {
            Kit.show(label, now.contains(which));
            label.setText(now.contains(which) ? TextEntry.problem(model.check(which), texts) : "");
            TextEntry entry = entries.get(which);
            if (entry != null && now.contains(which) && !before.contains(which)) {
                entry.select(model.check(which));
            }
        });
    }

    private Node trouble() {
        Label label = mark("need-trouble");
        model.troubleProperty().addListener((property, before, now) -> {
            label.setText(now == NeedTrouble.NONE ? "" : texts.label(now));
            Kit.show(label, now != NeedTrouble.NONE);
        });
        return label;
    }

    /** A control that something has to be chosen of, with the place above it where that is told. */
    private Node required(Missing which, Node control) {
        Label mark = mark("problem-" + which.name().toLowerCase(Locale.ROOT));
        marks.put(which, mark);
        Node field = field(mark, control);
        field.setId("need-" + which.name().toLowerCase(Locale.ROOT));
        return field;
    }

    private static Label mark(String id) {
        Label mark = Kit.text("", "problem");
        mark.setId(id);
        mark.setGraphic(Icon.WARNING.node(ICON_SIZE));
        Kit.show(mark, false);
        return mark;
    }

    private static Node field(Node... parts) {
        VBox field = new VBox(parts);
        field.getStyleClass().add("field");
        return field;
    }

    private String more(int count) {
        return texts.get("form.more", count);
    }

    private String moreSpoken(int count) {
        return texts.get("form.more.spoken", count);
    }

    private static Node group(String heading, Node content) {
        VBox group = new VBox(Kit.heading(heading), content);
        group.getStyleClass().add("group");
        return group;
    }
}
