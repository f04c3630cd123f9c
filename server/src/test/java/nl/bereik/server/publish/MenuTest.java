package nl.bereik.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.disclosure.Cell;
import nl.bereik.server.disclosure.Disclosure;
import nl.bereik.server.disclosure.DisclosureRules;
import nl.bereik.server.disclosure.ExactTable;
import nl.bereik.server.disclosure.Prepared;
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
        assertThat(menu.publishable(figures.of("2025S1")).stream().map(ExactTable::name))
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
        Prepared first = disclosure.prepare("1", menu.publishable(figures.of("2025S1")), List.of());
        assertThat(first).isInstanceOf(Prepared.Releasable.class);
        Prepared second = disclosure.prepare(
                "2", menu.publishable(figures.of("2025S2")), List.of(((Prepared.Releasable) first).release()));
        assertThat(second).isInstanceOf(Prepared.Releasable.class);
        assertThat(disclosure.prepare(
                        "3",
                        menu.publishable(figures.of("2025")),
                        List.of(((Prepared.Releasable) first).release(), ((Prepared.Releasable) second).release())))
                .isInstanceOf(Prepared.Releasable.class);
    }

    private MenuTable table(String id) {
        return menu.tables(figures.of("2025S1")).stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
