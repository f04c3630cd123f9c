package nl.bereik.server.report;

import static nl.bereik.server.report.ReportSamples.DUTCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class IntakeOutflowTableTest {
    @Test
    void theTableOf2016And2017ComesOutToTheUnit() {
        ReportTable table = IntakeOutflowTable.of("intake", List.of(ReportSamples.intakeOf2016And2017()), DUTCH);
        ReportWords words = new ReportWords(DUTCH);

        assertThat(table.columns()).containsExactly("2016-2017");
        assertThat(table.notes()).containsExactly("Peildatum 2016-2017: 31-12-2017");
        assertThat(table.rows())
                .extracting(row -> "-".repeat(row.depth()) + row.label() + "="
                        + words.cell(row.cells().get(0)))
                .containsExactly(
                        "Aanmeldingen=137",
                        "Advies en consultatie=45",
                        "Gestarte trajecten=106",
                        "-waarvan unieke personen=99",
                        "--van wie jonger dan 21 jaar=35",
                        "---van wie jonger dan 18 jaar=15",
                        "--jonger dan 21 jaar, als deel van de personen=35%",
                        "Tussentijds beëindigd=17",
                        "Uitgestapt=39",
                        "Lopend op de peildatum=31",
                        "Onvrijwillig (mensenhandel)=16");
    }

    @Test
    void theShareTellsNoMoreThanTheNumbersDo() {
        assertThat(share(Cell.suppressed(), Cell.count(99))).isEqualTo(Cell.suppressed());
        assertThat(share(Cell.count(35), Cell.suppressed())).isEqualTo(Cell.suppressed());
        assertThat(share(Cell.count(35), Cell.notAvailable())).isEqualTo(Cell.notAvailable());
        assertThat(share(Cell.count(0), Cell.count(0))).isEqualTo(Cell.notAvailable());
    }

    private static Cell share(Cell under21, Cell people) {
        Cell some = Cell.count(1);
        IntakeOutflow numbers = new IntakeOutflow(
                "2025", LocalDate.EPOCH, some, some, some, people, under21, some, some, some, some, some);
        return IntakeOutflowTable.of("intake", List.of(numbers), Locale.ENGLISH).rows().stream()
                .filter(row -> row.label().startsWith("under 21"))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(0);
    }
}
