package nl.bereik.mobile.month;

import java.time.format.DateTimeFormatter;
import java.util.SortedMap;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nl.bereik.mobile.kept.MonthCounts;
import nl.bereik.mobile.look.Frame;
import nl.bereik.mobile.look.Kit;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.reach.ReachTable;

/** What was told on this phone in one month, in numbers, and how far the team is with what was agreed. */
public final class MonthView {
    private final Texts texts;
    private final Frame frame;

    /** @param back leads to the screen before */
    public MonthView(MonthViewModel model, Texts texts, Runnable back, Runnable hide) {
        this.texts = texts;
        frame = new Frame(texts, texts.get("month.title"), back, hide);
        frame.getStyleClass().add("month");
        model.nowProperty().addListener((property, before, now) -> {
            if (!now.equals(before)) {
                show(now);
            }
        });
        show(model.nowProperty().get());
    }

    public Node node() {
        return frame;
    }

    private void show(MonthNow now) {
        MonthCounts counts = now.counts();
        Label total = new Label(Long.toString(counts.contacts().contacts()));
        total.setId("month-contacts");
        total.getStyleClass().add("count");
        String name = now.month().format(DateTimeFormatter.ofPattern("LLLL yyyy", texts.locale()));
        HBox head = new HBox(
                total, Kit.text(texts.get("month.contacts", counts.contacts().contacts(), name), "muted"));
        head.getStyleClass().add("count-row");
        frame.content()
                .getChildren()
                .setAll(
                        head,
                        table("channel", counts, ReachTable.CHANNEL, code -> texts.label(Channel.valueOf(code))),
                        table("audience", counts, ReachTable.AUDIENCE, code -> texts.label(Audience.valueOf(code))),
                        activities(counts),
                        Kit.text(texts.get("month.hint"), "muted"),
                        new TargetsPart(texts).node(now.targets()));
    }

    private Node table(String field, MonthCounts counts, ReachTable table, Function<String, String> name) {
        VBox card = Kit.card();
        card.setId("month-" + field);
        SortedMap<String, Long> cells = counts.contacts().table(table);
        cells.forEach((code, count) -> card.getChildren().add(row(name.apply(code), count, "month-" + code)));
        Node group = group(texts.field(field), card);
        Kit.show(group, !cells.isEmpty());
        return group;
    }

    private Node activities(MonthCounts counts) {
        long participants = counts.activities().participants().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return group(
                texts.get("other.heading"),
                Kit.card(
                        row(
                                texts.get("month.registrations"),
                                counts.activities().registrations(),
                                "month-registrations"),
                        row(
                                texts.get("month.consultations"),
                                counts.activities().consultations(),
                                "month-consultations"),
                        row(texts.get("month.prevention"), counts.activities().prevention(), "month-prevention"),
                        row(texts.get("month.participants"), participants, "month-participants")));
    }

    private static Node row(String name, long count, String id) {
        Label number = Kit.text(Long.toString(count), "strong");
        number.setId(id);
        HBox row = new HBox(Kit.text(name), Kit.spring(), number);
        row.setAccessibleText(name + ": " + count);
        return row;
    }

    private static Node group(String heading, Node content) {
        VBox group = new VBox(Kit.heading(heading), content);
        group.getStyleClass().add("group");
        return group;
    }
}
