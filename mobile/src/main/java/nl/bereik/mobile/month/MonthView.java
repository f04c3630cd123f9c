package nl.bereik.mobile.month;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
import nl.bereik.protocol.target.TargetProgress;

/** What was told on this phone in one month, in numbers, and how far the team is with what was agreed. */
public final class MonthView {
    private final Texts texts;
    private final Frame frame;

    /** @param targets the numbers agreed for the team, as last pulled */
    public MonthView(
            YearMonth month,
            MonthCounts counts,
            List<TargetProgress> targets,
            Texts texts,
            Runnable back,
            Runnable hide) {
        this.texts = texts;
        frame = new Frame(texts, texts.get("month.title"), back, hide);
        frame.getStyleClass().add("month");
        Label total = new Label(Long.toString(counts.contacts().contacts()));
        total.setId("month-contacts");
        total.getStyleClass().add("count");
        String name = month.format(DateTimeFormatter.ofPattern("LLLL yyyy", texts.locale()));
        HBox head = new HBox(
                total, Kit.text(texts.get("month.contacts", counts.contacts().contacts(), name), "muted"));
        head.getStyleClass().add("count-row");
        frame.content()
                .getChildren()
                .addAll(
                        head,
                        table("channel", counts, ReachTable.CHANNEL, code -> texts.label(Channel.valueOf(code))),
                        table("audience", counts, ReachTable.AUDIENCE, code -> texts.label(Audience.valueOf(code))),
                        activities(counts),
                        Kit.text(texts.get("month.hint"), "muted"),
                        new TargetsPart(texts).node(targets));
    }

    public Node node() {
        return frame;
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
