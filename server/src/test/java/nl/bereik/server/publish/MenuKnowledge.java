package nl.bereik.server.publish;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.bereik.server.disclosure.Cell;
import nl.bereik.server.disclosure.Count;
import nl.bereik.server.disclosure.Dimension;
import nl.bereik.server.disclosure.ExactTable;
import nl.bereik.server.disclosure.Intervals;
import nl.bereik.server.disclosure.Parts;
import nl.bereik.server.disclosure.Span;

/**
 * What a reader knows of the figures of one period without having seen any: how categories add up, and what the words
 * above the tables mean. From the definitions of the field; the product's own list is not looked at.
 */
final class MenuKnowledge {
    private static final int QUARTER = 3;
    private static final String CONTACTS = "contacts";
    private static final String AUDIENCE = "audience";
    private static final String PEOPLE = "trajectoryPeople";
    private static final Set<String> OF_PEOPLE =
            Set.of(PEOPLE, "peopleUnder21", "peopleUnder18", "peopleInvoluntary", "peopleVoluntary", "peopleExited");

    private final List<ExactTable> tables;
    private final Intervals<Count> known;
    private final Span span;

    MenuKnowledge(List<ExactTable> tables, Intervals<Count> known) {
        this.tables = tables;
        this.known = known;
        this.span = tables.get(0).span();
    }

    void learn() {
        tables.forEach(table -> table.dimensions().forEach(dimension -> learnLines(table, dimension)));
        known.notMore(whole("contactsWithoutCode"), List.of(audience("SEX_WORKER"), audience("AT_RISK")));
        known.equal(
                whole("professionalsReached"),
                List.of(
                        of("preventionParticipants", AUDIENCE, "PROFESSIONAL"),
                        whole("consultations"),
                        audience("PROFESSIONAL")));
        known.lessOrEqual(whole("preventionActivities"), whole("preventionParticipants"));
        known.lessOrEqual(whole(PEOPLE), whole("trajectoriesStarted"));
        known.equal(whole(PEOPLE), List.of(whole("peopleInvoluntary"), whole("peopleVoluntary")));
        known.equal(whole("peopleUnder18"), List.of(of(PEOPLE, "ageBand", "UNDER_18")));
        known.equal(
                whole("peopleUnder21"),
                List.of(of(PEOPLE, "ageBand", "UNDER_18"), of(PEOPLE, "ageBand", "FROM_18_TO_20")));
        known.lessOrEqual(whole("peopleExited"), of("trajectoriesEnded", "end", "EXITED"));
    }

    private void learnLines(ExactTable table, Dimension dimension) {
        Map<Cell, List<Count>> lines = new LinkedHashMap<>();
        table.counts().keySet().stream()
                .filter(cell -> cell.categories().containsKey(dimension.name()))
                .forEach(cell -> {
                    Map<String, String> rest = new LinkedHashMap<>(cell.categories());
                    rest.remove(dimension.name());
                    Cell total = Cell.TOTAL;
                    for (Map.Entry<String, String> one : rest.entrySet()) {
                        total = total.with(one.getKey(), one.getValue());
                    }
                    lines.computeIfAbsent(total, any -> new ArrayList<>())
                            .add(new Count(table.subject().name(), cell, span));
                });
        lines.forEach((total, parts) -> {
            Count whole = new Count(table.subject().name(), total, span);
            if (dimension.parts() == Parts.EXACT) {
                known.equal(whole, parts);
            } else {
                parts.forEach(part -> known.lessOrEqual(part, whole));
            }
        });
    }

    /** How the quarters and what they make up hang together. */
    static void learnTime(Collection<Count> counts, Intervals<Count> known) {
        Set<Count> all = new HashSet<>(counts);
        counts.stream()
                .filter(count -> count.subject().equals(PEOPLE) && count.cell().equals(Cell.TOTAL))
                .forEach(count -> all.add(new Count("peopleVoluntary", Cell.TOTAL, count.span())));
        for (Count whole : all) {
            for (YearMonth next = whole.span().first().plusMonths(QUARTER);
                    !next.isAfter(whole.span().last());
                    next = next.plusMonths(QUARTER)) {
                Count part = during(whole, new Span(whole.span().first(), next.minusMonths(1)));
                Count rest = during(whole, new Span(next, whole.span().last()));
                if (OF_PEOPLE.contains(whole.subject())) {
                    known.notMore(whole, List.of(part, rest));
                    known.lessOrEqual(part, whole);
                    known.lessOrEqual(rest, whole);
                } else {
                    known.equal(whole, List.of(part, rest));
                }
            }
        }
    }

    private static Count during(Count count, Span span) {
        return new Count(count.subject(), count.cell(), span);
    }

    private Count whole(String subject) {
        return new Count(subject, Cell.TOTAL, span);
    }

    private Count audience(String code) {
        return of(CONTACTS, AUDIENCE, code);
    }

    private Count of(String subject, String dimension, String category) {
        return new Count(subject, Cell.of(dimension, category), span);
    }
}
