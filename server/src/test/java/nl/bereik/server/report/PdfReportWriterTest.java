package nl.bereik.server.report;

import static nl.bereik.server.report.ReportSamples.DUTCH;
import static nl.bereik.server.report.ReportSamples.MANAGEMENT;
import static nl.bereik.server.report.ReportSamples.PUBLISHED;
import static nl.bereik.server.report.ReportSamples.REVISED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfReportWriterTest {
    private final PdfReportWriter writer = new PdfReportWriter();

    @Test
    void everyPageStatesItsBasis() throws IOException {
        List<String> published = pages(ReportSamples.halfYear(PUBLISHED, DUTCH));
        for (int page = 1; page <= published.size(); page++) {
            assertThat(published.get(page - 1))
                    .contains("Gelderland-Zuid", "Weergave: gepubliceerd", "Periode: eerste halfjaar 2025")
                    .contains("Drempel: 10", "Uitgave: 2025S1-r1", "Pagina " + page + " van " + published.size());
        }
        assertThat(pages(ReportSamples.halfYear(MANAGEMENT, Locale.UK)))
                .hasSizeGreaterThan(1)
                .allSatisfy(page -> assertThat(page)
                        .contains(
                                "View: management", "Period: first half of 2025", "Threshold: none", "Release: none"));
        assertThat(pages(ReportSamples.halfYear(REVISED, Locale.UK)).get(0))
                .contains("yes, last at 10 July 2025, 22:45");
    }

    @Test
    void everyFigureIsThereInTheWayOfTheLanguage() throws IOException {
        Report report = ReportSamples.halfYear(MANAGEMENT, DUTCH);
        ReportWords words = new ReportWords(DUTCH);
        String text = text(report);

        report.tables().values().stream()
                .filter(table -> table.columns().size() > 1)
                .flatMap(table -> table.rows().stream())
                .forEach(row -> assertThat(text)
                        .contains(String.join(
                                " ", row.cells().stream().map(words::cell).toList())));
        assertThat(text).contains("1.232", "1.118", "3 u 25 min");
        assertThat(text(ReportSamples.halfYear(MANAGEMENT, Locale.UK))).contains("1,232", "3 h 25 min");
    }

    @Test
    void aLongTableRepeatsItsHeadingsOnEveryPage() throws IOException {
        List<String> pages = pages(ReportSamples.of(PUBLISHED, ReportSamples.longTable(200)));

        assertThat(pages).hasSizeBetween(5, 9).allSatisfy(page -> assertThat(page)
                .contains("regelnaam aantal", "Regel "));
        String text = String.join("\n", pages);
        for (int i = 1; i <= 200; i++) {
            assertThat(text).contains("Regel " + i + " 70." + String.format(Locale.ROOT, "%03d", i) + "\n");
        }
    }

    @Test
    void aSuppressedFigureIsAMarkThatIsExplained() throws IOException {
        ReportTable table = ReportSamples.table("a", Row.of("Straat", Cell.suppressed(), Cell.notAvailable()));
        ReportChart chart = new ReportChart(ReportChart.Kind.BAR, "Staven", "Beschrijving", "a", List.of(0));
        String text = text(ReportSamples.of(PUBLISHED, table, chart));

        assertThat(text)
                .contains("Straat × n.b.", "Straat ×\n", "×: minder dan 10 of ter bescherming weggelaten")
                .contains("n.b.: niet beschikbaar")
                .doesNotContain("Straat 0");
    }

    @Test
    void everyKindOfChartDescribesItself() throws IOException {
        ReportTable table = ReportSamples.table(
                "a", Row.of("Straat", Cell.count(0), Cell.count(7)), Row.of("Zone", Cell.suppressed(), Cell.count(3)));
        for (ReportChart.Kind kind : ReportChart.Kind.values()) {
            ReportChart chart = new ReportChart(kind, "Plaatje", "Het zakte van 7 naar 3.", "a", List.of(1, 0));
            assertThat(text(ReportSamples.of(MANAGEMENT, table, chart)))
                    .as(kind.name())
                    .contains("Plaatje", "Grafiek: Het zakte van 7 naar 3.", "Straat", "Zone", "×");
        }
    }

    @Test
    void writesUnusualLettersAndSurvivesThoseTheFontLacks() throws IOException {
        String text = text(ReportSamples.of(
                MANAGEMENT,
                "Șoseaua și țară, Łódź, één, çığ, Český <b>&amp; \uD83D\uDE00 tot \u0007slot",
                ReportSamples.table("a")));

        assertThat(text).contains("Șoseaua și țară, Łódź, één, çığ, Český <b>&amp; □ tot", "slot");
    }

    @Test
    void veryLongOwnWordsGoOnOverPages() throws IOException {
        String words = "Het veldwerk was aanwezig op alle avonden.\n".repeat(300) + "Tot zover.";

        List<String> pages = pages(ReportSamples.of(MANAGEMENT, words));

        assertThat(pages).hasSizeGreaterThan(5);
        assertThat(pages.get(pages.size() - 1)).contains("Tot zover.");
        assertThat(String.join("", pages).split("Het veldwerk", -1)).hasSize(301);
    }

    @Test
    void aWordWiderThanThePageIsBroken() throws IOException {
        String word = "Hulpverleningsketen".repeat(20);

        String text = text(ReportSamples.of(MANAGEMENT, word));

        assertThat(text).doesNotContain(word);
        assertThat(text.replace("\n", "")).contains(word);
    }

    @Test
    void anEmptyReportAndAnEmptyTableSaySo() throws IOException {
        assertThat(pages(ReportSamples.empty(PUBLISHED))).singleElement().satisfies(page -> assertThat(page)
                .contains("Rapport", "minder dan 10 mensen wordt niet getoond"));
        assertThat(text(ReportSamples.of(PUBLISHED, ReportSamples.table("a")))).contains("Geen regels");
    }

    @Test
    void knowsItsTitleLanguageSectionsAndFonts() throws IOException {
        try (PDDocument document = Loader.loadPDF(writer.write(ReportSamples.halfYear(PUBLISHED, DUTCH)))) {
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Halfjaarrapportage straat- en internetveldwerk");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl-NL");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
            }
            assertThat(bookmarks)
                    .containsExactly(
                            "Contacten",
                            "Mensen bereikt",
                            "In- en uitstroom",
                            "Aandachtspunten voor het komende halfjaar");
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    private String text(Report report) throws IOException {
        return String.join("\n", pages(report));
    }

    private List<String> pages(Report report) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(writer.write(report))) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document)
                        .replace("\r\n", "\n")
                        .replace('\u00a0', ' ')
                        .replaceAll(" +", " "));
            }
        }
        return pages;
    }
}
