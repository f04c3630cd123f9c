package nl.bereik.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.Encounter;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.WorkForm;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.disclosure.Cell;
import nl.bereik.server.disclosure.Dimension;
import nl.bereik.server.disclosure.Disclosure;
import nl.bereik.server.disclosure.DisclosureRules;
import nl.bereik.server.disclosure.ExactTable;
import nl.bereik.server.disclosure.Parts;
import nl.bereik.server.disclosure.Prepared;
import nl.bereik.server.disclosure.Release;
import nl.bereik.server.disclosure.Span;
import org.junit.jupiter.api.Test;

class MenuTest {
    private final Menu menu = new Menu(ReferenceData.gelderlandZuid());
    private final PublishedPeriods figures = new PublishedPeriods();

    @Test
    void everyTableHasItsPlaceInOneChapter() {
        List<String> placed = Arrays.stream(Chapter.values())
                .flatMap(chapter -> chapter.tables().stream())
                .toList();
        assertThat(menu.tables(figures.of("2025S1")).stream().map(MenuTable::id))
                .containsExactlyInAnyOrderElementsOf(placed);
    }

    @Test
    void countsInEveryCategoryOnOfferAlsoWhereNothingIs() {
        figures.add(3, "2025-02-01", Channel.ZONE);
        MenuTable table = table("contacts-by-channel");
        assertThat(table.dimensions().get(0).categories())
                .containsExactly("ZONE", "DROP_IN", "STREET", "ONLINE", "WORKPLACE", "PHONE");
        assertThat(table.counts())
                .containsEntry(Cell.of("channel", "ZONE"), 3L)
                .containsEntry(Cell.of("channel", "PHONE"), 0L)
                .containsEntry(Cell.TOTAL, 3L);
        assertThat(table("contacts-by-channel-and-area").counts())
                .containsEntry(Cell.of("channel", "ZONE").with("area", "Nijmegen"), 3L)
                .containsEntry(Cell.of("area", "Tiel"), 0L)
                .containsEntry(Cell.TOTAL, 3L);
    }

    @Test
    void monthsAndSignalsAreNotPublished() {
        assertThat(menu.publishable(figures.of("2025S1"), List.of()).stream().map(ExactTable::name))
                .contains("contacts-by-gender", "people-exited", "needs-by-urgency")
                .doesNotContain(
                        "contacts-by-month",
                        "contacts-by-signals",
                        "trajectories-running",
                        "relapses",
                        "exits-sustained");
    }

    @Test
    void halvesThenTheirYearMayLeave() {
        figures.add(300, "2025-02-01", Channel.ZONE);
        figures.add(120, "2025-03-01", Channel.ONLINE);
        figures.add(4, "2025-04-01", Channel.PHONE);
        figures.add(200, "2025-08-01", Channel.ZONE);
        Disclosure disclosure = new Disclosure(DisclosureRules.DEFAULT, Subjects.relations());
        List<Release> earlier = new ArrayList<>();
        for (String period : List.of("2025S1", "2025S2", "2025")) {
            Prepared prepared =
                    disclosure.prepare(period, menu.publishable(figures.of(period), earlier), List.copyOf(earlier));
            assertThat(prepared).as(period).isInstanceOf(Prepared.Releasable.class);
            earlier.add(((Prepared.Releasable) prepared).release());
        }
    }

    @Test
    void whatIsNotOnOfferTellsOfNobodyByBeingThereInARelease() {
        List<ExactTable> nobody = menu.publishable(figures.of("2025S1"), List.of());
        figures.add(elsewhere());

        List<ExactTable> one = menu.publishable(figures.of("2025S1"), List.of());

        assertThat(one.stream().map(ExactTable::dimensions))
                .containsExactlyElementsOf(
                        nobody.stream().map(ExactTable::dimensions).toList());
        assertThat(named(one, "contacts-by-area").counts())
                .containsEntry(Cell.of("area", Menu.OTHER), 1L)
                .containsEntry(Cell.TOTAL, 1L);
        assertThat(named(one, "contacts-by-channel-and-area").counts())
                .containsEntry(Cell.of("area", Menu.OTHER).with("channel", "STREET"), 1L)
                .containsEntry(Cell.of("channel", "STREET"), 1L)
                .containsEntry(Cell.TOTAL, 1L);
        assertThat(named(one, "contacts-by-languages").counts())
                .doesNotContainKey(Cell.of("languages", "ti"))
                .containsEntry(Cell.TOTAL, 1L);
        assertThat(table("contacts-by-area").counts()).containsEntry(Cell.of("area", "Elsewhere"), 1L);
    }

    @Test
    void whatIsNoLongerOnOfferStaysWhereItLeftBefore() {
        Span quarter = Span.quarters(YearMonth.of(2025, 1), 1);
        Dimension areas = new Dimension("area", Parts.EXACT, List.of("Elsewhere"));
        ExactTable left = new ExactTable(
                "contacts-by-area",
                Subjects.CONTACTS,
                quarter,
                List.of(areas),
                Map.of(Cell.of("area", "Elsewhere"), 40L, Cell.TOTAL, 40L));
        Release release = ((Prepared.Releasable)
                        new Disclosure(DisclosureRules.DEFAULT, List.of()).prepare("1", List.of(left), List.of()))
                .release();
        figures.add(elsewhere());

        assertThat(named(menu.publishable(figures.of("2025S1"), List.of(release)), "contacts-by-area")
                        .counts())
                .containsEntry(Cell.of("area", "Elsewhere"), 1L)
                .containsEntry(Cell.of("area", Menu.OTHER), 0L);
    }

    /** In an area and a language that are on no list. */
    private static ContactMoment elsewhere() {
        return new ContactMoment(
                LocalDate.of(2025, 2, 1),
                DayPart.NIGHT,
                Channel.STREET,
                "Elsewhere",
                Audience.AT_RISK,
                WorkForm.UNKNOWN,
                Gender.MAN,
                AgeBand.FROM_27,
                Encounter.FIRST,
                null,
                new TreeSet<>(List.of("ti")),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                false,
                Map.of());
    }

    private static ExactTable named(List<ExactTable> tables, String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private MenuTable table(String id) {
        return menu.tables(figures.of("2025S1")).stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
