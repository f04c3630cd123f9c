package nl.bereik.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The made-up year of 2,440 contacts, published period by period as a municipality would get it. */
class PublishedYearTest {

    private static final Subject CONTACTS = Subject.events("contacts");
    private static final Subject CODES = Subject.people("distinctCodes");
    private static final Span S1 = Span.half(2025, 1);
    private static final Span S2 = Span.half(2025, 2);
    private static final Span YEAR = Span.year(2025);
    private static final double USEFUL = 0.35;

    private static List<JsonObject> contacts = List.of();

    private final Disclosure disclosure =
            new Disclosure(DisclosureRules.DEFAULT, List.of(Relation.includes(CONTACTS, CODES)));

    @BeforeAll
    static void read() throws IOException {
        try (InputStream raw = Objects.requireNonNull(
                        PublishedYearTest.class.getResourceAsStream("/backlog/year-2025.jsonl.gz"));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(raw), StandardCharsets.UTF_8))) {
            contacts = lines.lines()
                    .map(Json::readObject)
                    .filter(line -> line.text("kind").equals(ContactCodec.KIND))
                    .toList();
        }
    }

    @Test
    void halvesThenTheYearAreReleasedAndUseful() {
        assertThat(release(List.of(S1, S2, YEAR))).allMatch(share -> share < USEFUL);
    }

    @Test
    void quartersThenHalvesThenTheYearAreReleased() {
        List<Span> spans = new ArrayList<>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            spans.add(Span.quarter(2025, quarter));
        }
        spans.addAll(List.of(S1, S2, YEAR));

        assertThat(release(spans)).allMatch(share -> share < 2 * USEFUL);
    }

    /** The share of cells suppressed, per release. */
    private List<Double> release(List<Span> spans) {
        List<Release> earlier = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (Span span : spans) {
            long begun = System.nanoTime();
            Prepared prepared = disclosure.prepare(span.toString(), tables(span), earlier);
            assertThat(prepared).as("%s", span).isInstanceOf(Prepared.Releasable.class);
            Release release = ((Prepared.Releasable) prepared).release();
            earlier.add(release);
            shares.add(Release.suppressedShare(release.tables()));
            long cells = release.tables().stream()
                    .mapToLong(table -> table.cells().size())
                    .sum();
            System.out.printf(
                    "published %s: %d cells, %.0f%% suppressed, %d under the threshold, %d ms%n",
                    span,
                    cells,
                    100 * Release.suppressedShare(release.tables()),
                    release.underThreshold().size(),
                    (System.nanoTime() - begun) / 1_000_000);
        }
        return shares;
    }

    private static List<ExactTable> tables(Span span) {
        List<ExactTable> tables = new ArrayList<>();
        for (String name : List.of("channel", "area", "audience", "workForm", "gender", "ageBand", "encounter")) {
            tables.add(table(span, CONTACTS, List.of(dimension(name, Parts.EXACT))));
        }
        for (String name : List.of("topics", "services")) {
            tables.add(table(span, CONTACTS, List.of(dimension(name, Parts.WITHIN))));
        }
        tables.add(table(span, CONTACTS, List.of(dimension("channel", Parts.EXACT), dimension("area", Parts.EXACT))));
        for (String name : List.of("channel", "audience", "gender", "ageBand")) {
            tables.add(table(span, CODES, List.of(dimension(name, Parts.COVERING))));
        }
        return tables;
    }

    private static ExactTable table(Span span, Subject subject, List<Dimension> dimensions) {
        Map<Cell, Set<Object>> counted = new LinkedHashMap<>();
        ExactTable.cellsOf(dimensions).forEach(cell -> counted.put(cell, new HashSet<>()));
        for (JsonObject contact : contacts) {
            YearMonth month = YearMonth.from(LocalDate.parse(contact.text("on")));
            Object one = subject.equals(CODES) ? contact.optionalText("code") : contact;
            if (one != null && !month.isBefore(span.first()) && !month.isAfter(span.last())) {
                cellsOf(contact, dimensions).forEach(cell -> Objects.requireNonNull(counted.get(cell))
                        .add(identity(one)));
            }
        }
        Map<Cell, Long> counts = new LinkedHashMap<>();
        counted.forEach((cell, ones) -> counts.put(cell, (long) ones.size()));
        return new ExactTable(
                subject.name() + dimensions.stream().map(Dimension::name).toList(), subject, span, dimensions, counts);
    }

    private static Object identity(Object one) {
        return one instanceof String ? one : System.identityHashCode(one) + "/" + one;
    }

    private static Set<Cell> cellsOf(JsonObject contact, List<Dimension> dimensions) {
        Set<Cell> cells = new HashSet<>(Set.of(Cell.TOTAL));
        for (Dimension dimension : dimensions) {
            for (Cell cell : List.copyOf(cells)) {
                values(contact, dimension.name()).forEach(value -> cells.add(cell.with(dimension.name(), value)));
            }
        }
        return cells;
    }

    private static Stream<String> values(JsonObject contact, String name) {
        Object value = contact.get(name);
        return value == null
                ? Stream.of("UNKNOWN")
                : value instanceof String one ? Stream.of(one) : contact.list(name, String.class).stream();
    }

    private static Dimension dimension(String name, Parts parts) {
        Function<JsonObject, Stream<String>> values = contact -> values(contact, name);
        return new Dimension(
                name,
                parts,
                List.copyOf(new TreeSet<>(contacts.stream().flatMap(values).toList())));
    }
}
