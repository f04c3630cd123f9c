package nl.bereik.server.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reach.ActivityCounts;
import nl.bereik.protocol.reach.ActivityTable;
import nl.bereik.protocol.reach.NeedTable;
import nl.bereik.protocol.reach.PersonEvents;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReachTable;
import nl.bereik.protocol.reference.Organisation;
import nl.bereik.protocol.reference.Programme;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.server.disclosure.Cell;
import nl.bereik.server.disclosure.Dimension;
import nl.bereik.server.disclosure.ExactTable;
import nl.bereik.server.disclosure.Parts;
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
    private static final Set<String> UNDER_21 = Set.of("UNDER_18", "FROM_18_TO_20");

    private final ReferenceData reference;

    public Menu(ReferenceData reference) {
        this.reference = reference;
    }

    /** Every table of a period, those without any count too; in no special order. */
    public List<MenuTable> tables(ReachFigures figures) {
        List<MenuTable> tables = new ArrayList<>();
        addContacts(figures, tables);
        addActivities(figures.activities(), tables);
        tables.add(MenuTable.single("professionals-reached", Subjects.PROFESSIONALS, figures.professionalsReached()));
        addTrajectories(figures, tables);
        for (NeedTable table : NeedTable.values()) {
            tables.add(byOne(
                    "needs-by-" + dashed(table.dimension()),
                    Subjects.NEEDS,
                    table.dimension(),
                    figures.needs().table(table),
                    figures.needs().needs()));
        }
        return tables;
    }

    /** The tables that a release of the period is asked for. */
    List<ExactTable> publishable(ReachFigures figures) {
        Span span = new Span(figures.period().first(), figures.period().last());
        return tables(figures).stream()
                .filter(MenuTable::publishable)
                .map(table -> table.exact(span))
                .toList();
    }

    private void addContacts(ReachFigures figures, List<MenuTable> tables) {
        long contacts = figures.counts().contacts();
        for (ReachTable table : ReachTable.values()) {
            if (table.isPair()) {
                tables.add(channelsAndAreas(figures));
                continue;
            }
            MenuTable made = byOne(
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

    private MenuTable channelsAndAreas(ReachFigures figures) {
        Dimension areas = dimension("area", figures.counts().table(ReachTable.AREA));
        Dimension channels = dimension("channel", figures.counts().table(ReachTable.CHANNEL));
        Map<String, Long> pairs = figures.counts().table(ReachTable.CHANNEL_AND_AREA);
        Map<Cell, Long> counts = new LinkedHashMap<>();
        ExactTable.cellsOf(List.of(areas, channels)).forEach(cell -> counts.put(cell, 0L));
        for (String area : areas.categories()) {
            for (String channel : channels.categories()) {
                long count = pairs.getOrDefault(channel + ReachTable.PAIR + area, 0L);
                Cell inArea = Cell.of("area", area);
                Cell inChannel = Cell.of("channel", channel);
                for (Cell cell : List.of(inArea.with("channel", channel), inArea, inChannel, Cell.TOTAL)) {
                    counts.merge(cell, count, Long::sum);
                }
            }
        }
        return new MenuTable("contacts-by-channel-and-area", Subjects.CONTACTS, List.of(areas, channels), counts, true);
    }

    private void addActivities(ActivityCounts counts, List<MenuTable> tables) {
        tables.add(activity("registrations-by-source", ActivityTable.REGISTRATIONS_BY_SOURCE, counts));
        tables.add(activity("registrations-by-area", ActivityTable.REGISTRATIONS_BY_AREA, counts));
        tables.add(activity("consultations-by-topics", ActivityTable.CONSULTATIONS_BY_TOPICS, counts));
        tables.add(activity("consultations-by-area", ActivityTable.CONSULTATIONS_BY_AREA, counts));
        tables.add(activity("prevention-by-programme", ActivityTable.PREVENTION_BY_PROGRAMME, counts));
        tables.add(activity("prevention-by-area", ActivityTable.PREVENTION_BY_AREA, counts));
        Map<String, Long> participants = new LinkedHashMap<>();
        counts.participants().forEach((audience, count) -> participants.put(audience.name(), count));
        tables.add(byOne(
                "participants-by-audience",
                Subjects.PARTICIPANTS,
                "audience",
                participants,
                participants.values().stream().mapToLong(Long::longValue).sum()));
    }

    private MenuTable activity(String id, ActivityTable table, ActivityCounts counts) {
        String dimension = id.substring(id.lastIndexOf('-') + 1);
        return switch (table) {
            case REGISTRATIONS_BY_SOURCE, REGISTRATIONS_BY_AREA ->
                byOne(id, Subjects.REGISTRATIONS, dimension, counts.table(table), counts.registrations());
            case CONSULTATIONS_BY_TOPICS, CONSULTATIONS_BY_AREA ->
                byOne(id, Subjects.CONSULTATIONS, dimension, counts.table(table), counts.consultations());
            case PREVENTION_BY_PROGRAMME, PREVENTION_BY_AREA ->
                byOne(id, Subjects.PREVENTION, dimension, counts.table(table), counts.prevention());
        };
    }

    private void addTrajectories(ReachFigures figures, List<MenuTable> tables) {
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
                "people-by-gender",
                Subjects.PEOPLE,
                "gender",
                figures.peopleBy(person -> person.gender().name()),
                people));
        tables.add(byOne(
                "people-by-age-band",
                Subjects.PEOPLE,
                "ageBand",
                figures.peopleBy(person -> person.ageBand().name()),
                people));
        Map<String, Long> ended = new LinkedHashMap<>();
        figures.trajectories().ended().forEach((end, count) -> ended.put(end.name(), count));
        tables.add(byOne(
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

    private MenuTable byOne(String id, Subject subject, String dimension, Map<String, Long> counts, long total) {
        return categories(dimension, counts).isEmpty()
                ? MenuTable.single(id, subject, total)
                : MenuTable.oneWay(id, subject, dimension(dimension, counts), counts, total);
    }

    private Dimension dimension(String name, Map<String, Long> occurring) {
        return new Dimension(name, parts(name), categories(name, occurring));
    }

    /** Categories on offer first, then those that occur without being on offer. */
    private List<String> categories(String dimension, Map<String, Long> occurring) {
        Set<String> categories = new LinkedHashSet<>(offered(dimension));
        categories.addAll(occurring.keySet());
        return List.copyOf(categories);
    }

    private List<String> offered(String dimension) {
        return switch (dimension) {
            case "area" -> reference.areas();
            case "languages" -> reference.languages();
            case "audience" -> names(Audience.values());
            case "lifeDomain" -> names(Topic.values());
            case "urgency" -> names(Urgency.values());
            case "end" -> names(TrajectoryEnd.values());
            case "partner" ->
                with(reference.organisations().stream().map(Organisation::code).toList(), NeedTable.NONE);
            case "programme" ->
                reference.programmes().stream().map(Programme::code).toList();
            default -> reference.codeLists().getOrDefault(dimension, List.of());
        };
    }

    private static Parts parts(String dimension) {
        return switch (dimension) {
            case "topics", "services", "signals", "languages" -> Parts.WITHIN;
            default -> Parts.EXACT;
        };
    }

    private static List<String> names(Enum<?>... codes) {
        return Arrays.stream(codes).<String>map(Enum::name).toList();
    }

    private static List<String> with(List<String> codes, String more) {
        List<String> all = new ArrayList<>(codes);
        all.add(more);
        return all;
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
