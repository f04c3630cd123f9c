package nl.bereik.server.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.bereik.protocol.reach.ActivityCounts;
import nl.bereik.protocol.reach.ActivityTable;
import nl.bereik.protocol.reach.NeedTable;
import nl.bereik.protocol.reach.PersonEvents;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReachTable;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.disclosure.Cell;
import nl.bereik.server.disclosure.Dimension;
import nl.bereik.server.disclosure.ExactTable;
import nl.bereik.server.disclosure.Parts;
import nl.bereik.server.disclosure.Release;
import nl.bereik.server.disclosure.Span;
import nl.bereik.server.disclosure.Subject;
import org.springframework.stereotype.Component;

/**
 * The closed menu of tables that reports show, and of those among them that may be asked for in a release. Months and
 * signals are for management only: months are shorter than what is published, and signals are few. So is what runs at a
 * period's end and what became of exits: what everybody knows of these over time cannot be told to disclosure control.
 */
@Component
public final class Menu {
    /** Where a release counts areas, organisations and programmes that have no category of their own there. */
    public static final String OTHER = "OTHER";

    private static final String AREA = "area";
    private static final String CHANNEL = "channel";
    private static final Set<String> UNDER_21 = Set.of("UNDER_18", "FROM_18_TO_20");

    private final ReferenceData reference;

    public Menu(ReferenceData reference) {
        this.reference = reference;
    }

    /** Every table of a period, those without any count too; in no special order. */
    public List<MenuTable> tables(ReachFigures figures) {
        return tables(figures, Categories.occurring(reference));
    }

    private static List<MenuTable> tables(ReachFigures figures, Categories categories) {
        List<MenuTable> tables = new ArrayList<>();
        addContacts(figures, categories, tables);
        addActivities(figures.activities(), categories, tables);
        tables.add(MenuTable.single("professionals-reached", Subjects.PROFESSIONALS, figures.professionalsReached()));
        addTrajectories(figures, categories, tables);
        for (NeedTable table : NeedTable.values()) {
            tables.add(byOne(
                    categories,
                    "needs-by-" + dashed(table.dimension()),
                    Subjects.NEEDS,
                    table.dimension(),
                    figures.needs().table(table),
                    figures.needs().needs()));
        }
        return tables;
    }

    /**
     * The tables that a release of the period is asked for. Their categories do not depend on what was counted.
     *
     * @param earlier everything that ever left
     */
    List<ExactTable> publishable(ReachFigures figures, List<Release> earlier) {
        Span span = new Span(figures.period().first(), figures.period().last());
        return tables(figures, Categories.closed(reference, earlier)).stream()
                .filter(MenuTable::publishable)
                .map(table -> table.exact(span))
                .toList();
    }

    private static void addContacts(ReachFigures figures, Categories categories, List<MenuTable> tables) {
        long contacts = figures.counts().contacts();
        for (ReachTable table : ReachTable.values()) {
            if (table.isPair()) {
                tables.add(channelsAndAreas(figures, categories));
                continue;
            }
            MenuTable made = byOne(
                    categories,
                    "contacts-by-" + dashed(table.dimension()),
                    Subjects.CONTACTS,
                    table.dimension(),
                    figures.counts().table(table),
                    contacts);
            tables.add(table == ReachTable.SIGNALS ? made.notPublishable() : made);
        }
        Map<String, Long> months = new LinkedHashMap<>();
        figures.period()
                .eachMonth()
                .forEach(month -> months.put(month.toString(), figures.byMonth().getOrDefault(month, 0L)));
        Dimension month = new Dimension("month", Parts.EXACT, List.copyOf(months.keySet()));
        tables.add(MenuTable.oneWay("contacts-by-month", Subjects.CONTACTS, month, months, contacts)
                .notPublishable());
        tables.add(MenuTable.single(
                "contacts-without-code", Subjects.WITHOUT_CODE, figures.counts().withoutCode()));
    }

    private static MenuTable channelsAndAreas(ReachFigures figures, Categories categories) {
        Dimension areas = categories.dimension(
                AREA, figures.counts().table(ReachTable.AREA).keySet());
        Dimension channels = categories.dimension(
                CHANNEL, figures.counts().table(ReachTable.CHANNEL).keySet());
        Map<Cell, Long> counts = new LinkedHashMap<>();
        ExactTable.cellsOf(List.of(areas, channels)).forEach(cell -> counts.put(cell, 0L));
        figures.counts().table(ReachTable.CHANNEL_AND_AREA).forEach((pair, count) -> {
            int between = pair.indexOf(ReachTable.PAIR);
            String channel = pair.substring(0, between);
            for (String area : categories.under(AREA, pair.substring(between + ReachTable.PAIR.length()))) {
                Cell inArea = Cell.of(AREA, area);
                for (Cell cell :
                        List.of(inArea.with(CHANNEL, channel), inArea, Cell.of(CHANNEL, channel), Cell.TOTAL)) {
                    counts.merge(cell, count, Long::sum);
                }
            }
        });
        return new MenuTable("contacts-by-channel-and-area", Subjects.CONTACTS, List.of(areas, channels), counts, true);
    }

    private static void addActivities(ActivityCounts counts, Categories categories, List<MenuTable> tables) {
        tables.add(activity("registrations-by-source", ActivityTable.REGISTRATIONS_BY_SOURCE, counts, categories));
        tables.add(activity("registrations-by-area", ActivityTable.REGISTRATIONS_BY_AREA, counts, categories));
        tables.add(activity("consultations-by-topics", ActivityTable.CONSULTATIONS_BY_TOPICS, counts, categories));
        tables.add(activity("consultations-by-area", ActivityTable.CONSULTATIONS_BY_AREA, counts, categories));
        tables.add(activity("prevention-by-programme", ActivityTable.PREVENTION_BY_PROGRAMME, counts, categories));
        tables.add(activity("prevention-by-area", ActivityTable.PREVENTION_BY_AREA, counts, categories));
        Map<String, Long> participants = new LinkedHashMap<>();
        counts.participants().forEach((audience, count) -> participants.put(audience.name(), count));
        tables.add(byOne(
                categories,
                "participants-by-audience",
                Subjects.PARTICIPANTS,
                "audience",
                participants,
                participants.values().stream().mapToLong(Long::longValue).sum()));
    }

    private static MenuTable activity(String id, ActivityTable table, ActivityCounts counts, Categories categories) {
        String dimension = id.substring(id.lastIndexOf('-') + 1);
        return switch (table) {
            case REGISTRATIONS_BY_SOURCE, REGISTRATIONS_BY_AREA ->
                byOne(categories, id, Subjects.REGISTRATIONS, dimension, counts.table(table), counts.registrations());
            case CONSULTATIONS_BY_TOPICS, CONSULTATIONS_BY_AREA ->
                byOne(categories, id, Subjects.CONSULTATIONS, dimension, counts.table(table), counts.consultations());
            case PREVENTION_BY_PROGRAMME, PREVENTION_BY_AREA ->
                byOne(categories, id, Subjects.PREVENTION, dimension, counts.table(table), counts.prevention());
        };
    }

    private static void addTrajectories(ReachFigures figures, Categories categories, List<MenuTable> tables) {
        long people = figures.trajectoryPeople();
        tables.add(MenuTable.single(
                "trajectories-started",
                Subjects.STARTED,
                figures.trajectories().started().events()));
        tables.add(MenuTable.single(
                "people-under-21",
                Subjects.UNDER_21,
                figures.people(person -> UNDER_21.contains(person.ageBand().name()))));
        tables.add(MenuTable.single("people-under-18", Subjects.UNDER_18, figures.people(person -> person.ageBand()
                .name()
                .equals("UNDER_18"))));
        tables.add(MenuTable.single(
                "people-involuntary", Subjects.INVOLUNTARY, figures.people(PersonEvents.Cell::involuntary)));
        tables.add(MenuTable.single("people-exited", Subjects.EXITED, figures.peopleExited()));
        tables.add(byOne(
                categories,
                "people-by-gender",
                Subjects.PEOPLE,
                "gender",
                figures.peopleBy(person -> person.gender().name()),
                people));
        tables.add(byOne(
                categories,
                "people-by-age-band",
                Subjects.PEOPLE,
                "ageBand",
                figures.peopleBy(person -> person.ageBand().name()),
                people));
        Map<String, Long> ended = new LinkedHashMap<>();
        figures.trajectories().ended().forEach((end, count) -> ended.put(end.name(), count));
        tables.add(byOne(
                categories,
                "trajectories-by-end",
                Subjects.ENDED,
                "end",
                ended,
                ended.values().stream().mapToLong(Long::longValue).sum()));
        tables.add(MenuTable.single(
                        "exits-sustained",
                        Subjects.SUSTAINED,
                        figures.trajectories().sustained())
                .notPublishable());
        tables.add(MenuTable.single(
                        "relapses", Subjects.RELAPSES, figures.trajectories().relapsed())
                .notPublishable());
        tables.add(MenuTable.single("trajectories-running", Subjects.RUNNING, figures.running())
                .notPublishable());
    }

    private static MenuTable byOne(
            Categories categories, String id, Subject subject, String dimension, Map<String, Long> counts, long total) {
        return categories.of(dimension, counts.keySet()).isEmpty()
                ? MenuTable.single(id, subject, total)
                : MenuTable.oneWay(
                        id,
                        subject,
                        categories.dimension(dimension, counts.keySet()),
                        categories.counts(dimension, counts),
                        total);
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
