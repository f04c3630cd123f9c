package nl.bereik.server.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reports as a coordinator would send them; the numbers are those of the year 2025 that the counting tests fold. */
final class ReportSamples {
    static final Locale DUTCH = Locale.forLanguageTag("nl");
    static final String RELEASE = "2025S1-r1";
    static final View PUBLISHED = new View.Published(10, 5, RELEASE);
    static final View MANAGEMENT = new View.Management(null);
    static final View REVISED = new View.Management(Instant.parse("2025-07-10T20:45:00Z"));
    static final Licence LICENCE = new Licence(
            "CC-BY-4.0", "Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/");

    private static final String BY_CHANNEL = "contacts-by-channel";
    private static final String BY_MONTH = "contacts-by-month";

    private ReportSamples() {}

    static ReportBasis basis(View view, Locale language) {
        boolean dutch = language.getLanguage().equals("nl");
        return new ReportBasis(
                view,
                dutch ? "eerste halfjaar 2025" : "first half of 2025",
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 6, 30),
                Instant.parse("2025-07-14T08:30:00Z"),
                ZoneId.of("Europe/Amsterdam"),
                "Gelderland-Zuid",
                language);
    }

    static Report empty(View view) {
        return new Report("Rapport", basis(view, DUTCH), List.of());
    }

    static Report of(View view, Block... blocks) {
        return of(view, "", blocks);
    }

    static Report of(View view, String ownWords, Block... blocks) {
        return new Report("Rapport", basis(view, DUTCH), List.of(new Section("Contacten", ownWords, List.of(blocks))));
    }

    static ReportTable table(String id, Row... rows) {
        return new ReportTable(id, "Contacten", "kanaal", List.of("2025", "2024"), List.of(rows), List.of());
    }

    static ReportTable longTable(int rows) {
        List<Row> lines = new ArrayList<>();
        for (int i = 1; i <= rows; i++) {
            lines.add(Row.of("Regel " + i, Cell.count(70_000 + i)));
        }
        return new ReportTable("long", "Een lange tabel", "regelnaam", List.of("aantal"), lines, List.of());
    }

    static IntakeOutflow intakeOf2016And2017() {
        return new IntakeOutflow(
                "2016-2017",
                LocalDate.of(2017, 12, 31),
                Cell.count(137),
                Cell.count(45),
                Cell.count(106),
                Cell.count(99),
                Cell.count(35),
                Cell.count(15),
                Cell.count(17),
                Cell.count(39),
                Cell.count(31),
                Cell.count(16));
    }

    /** The files of a zip by name, in their order. Through a file, as only that reads every kind of zip. */
    static Map<String, byte[]> unzip(byte[] zipped) {
        try {
            Path path = Files.createTempFile("report", ".zip");
            Files.write(path, zipped);
            Map<String, byte[]> files = new LinkedHashMap<>();
            try (ZipFile zip = new ZipFile(path.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
            Files.delete(path);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Report halfYear(View view, Locale language) {
        return new HalfYear(view, language).report();
    }

    /** Both languages side by side, so that the samples stay the same report. */
    private record HalfYear(View view, Locale language) {
        Report report() {
            return new Report(
                    say("Halfjaarrapportage straat- en internetveldwerk", "Half-yearly report on outreach"),
                    basis(view, language),
                    List.of(contacts(), people(), trajectories(), comingHalf()));
        }

        private Section contacts() {
            return new Section(
                    say("Contacten", "Contacts"),
                    say("""
                            Het veldwerk was dit halfjaar op alle avonden aanwezig op de tippelzone en in de huiskamer. \
                            Het internetveldwerk groeide het meest: er zijn meer reacties op de eerste berichten, vooral \
                            in het Roemeens en het Engels.

                            In maart was de huiskamer een week dicht door een verbouwing; de contacten verschoven toen \
                            naar de straat.""", """
                            Outreach workers were at the zone and in the drop-in every evening of this half year. Online \
                            outreach grew most: more people answer a first message, above all in Romanian and English.

                            In March the drop-in was closed for a week because of building works; contacts moved to the \
                            street."""),
                    List.of(keyFigures(), byChannel(), channelChart(), byMonth(), monthChart(), byArea()));
        }

        private KeyFigures keyFigures() {
            return new KeyFigures(
                    "key-figures",
                    say("In het kort", "In short"),
                    List.of(
                            new KeyFigures.Figure(
                                    say("Contactmomenten", "Contact moments"),
                                    contacts(1232),
                                    say("vorig halfjaar ", "previous half year ") + shown(contacts(1118))),
                            new KeyFigures.Figure(
                                    say("Verschillende codes", "Distinct codes"),
                                    people(166),
                                    say(
                                            "bijna een op de drie contacten zonder code",
                                            "almost a third of contacts without a code")),
                            new KeyFigures.Figure(
                                    say("Gestarte trajecten", "Trajectories started"),
                                    people(37),
                                    say("doel voor het jaar: 60", "target for the year: 60")),
                            new KeyFigures.Figure(
                                    say("Mediane tijd tot oppakken", "Median time to accept"),
                                    Cell.minutes(205),
                                    say("van hulpvragen", "of needs"))));
        }

        private ReportTable byChannel() {
            return new ReportTable(
                    BY_CHANNEL,
                    say("Contacten naar kanaal", "Contacts by channel"),
                    say("Kanaal", "Channel"),
                    List.of(
                            say("1e halfjaar 2025", "1st half 2025"),
                            say("Aandeel", "Share"),
                            say("2e halfjaar 2024", "2nd half 2024")),
                    List.of(
                            channel(say("Straat", "Street"), 251, 240),
                            channel(say("Tippelzone", "Zone"), 172, 181),
                            channel(say("Huiskamer", "Drop-in"), 166, 149),
                            channel("Internet", 349, 271),
                            channel(say("Werkplek of thuis", "Workplace or home"), 158, 160),
                            channel(say("Telefoon", "Phone"), 136, 117),
                            Row.total(say("Totaal", "Total"), contacts(1232), Cell.percent(1, 1), contacts(1118))),
                    List.of());
        }

        private Row channel(String label, long now, long before) {
            return Row.of(label, contacts(now), Cell.percent(now, 1232), contacts(before));
        }

        private ReportChart channelChart() {
            return new ReportChart(
                    ReportChart.Kind.BAR,
                    say(
                            "Contacten naar kanaal, met het vorige halfjaar",
                            "Contacts by channel, with the half year before"),
                    say(
                            "Internet is het grootste kanaal en groeide het meest.",
                            "Online is the largest channel and grew most."),
                    BY_CHANNEL,
                    List.of(0, 2));
        }

        private ReportTable byMonth() {
            String[] months = say("januari februari maart april mei juni", "January February March April May June")
                    .split(" ");
            long[] now = {215, 165, 225, 195, 220, 212};
            long[] before = {190, 171, 203, 178, 196, 180};
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < months.length; i++) {
                rows.add(Row.of(months[i], contacts(now[i]), contacts(before[i])));
            }
            return new ReportTable(
                    BY_MONTH,
                    say("Contacten per maand", "Contacts by month"),
                    say("Maand", "Month"),
                    List.of("2025", "2024"),
                    rows,
                    List.of());
        }

        private ReportChart monthChart() {
            return new ReportChart(
                    view.equals(MANAGEMENT) ? ReportChart.Kind.LINE : ReportChart.Kind.COLUMN,
                    say("Contacten per maand", "Contacts by month"),
                    say(
                            "Iedere maand lag dichtbij of boven die van een jaar eerder; februari was de stilste.",
                            "Every month was near or above that of a year before; February was the quietest."),
                    BY_MONTH,
                    List.of(0, 1));
        }

        private ReportTable byArea() {
            String[] areas = {
                "Nijmegen",
                "Tiel",
                "Wijchen",
                "Druten",
                "West Betuwe",
                "Culemborg",
                "Beuningen",
                "Berg en Dal",
                "Neder-Betuwe",
                "Maasdriel",
                "Buren",
                "Heumen",
                "Zaltbommel",
                "West Maas en Waal"
            };
            long[][] counts = {
                {164, 172, 166, 180, 42, 80},
                {24, 0, 0, 44, 27, 10},
                {15, 0, 0, 31, 16, 12},
                {10, 0, 0, 21, 12, 7},
                {8, 0, 0, 18, 14, 5},
                {7, 0, 0, 15, 11, 4},
                {8, 0, 0, 14, 9, 5},
                {4, 0, 0, 7, 6, 3},
                {3, 0, 0, 6, 6, 3},
                {2, 0, 0, 4, 5, 3},
                {2, 0, 0, 3, 4, 1},
                {2, 0, 0, 3, 3, 1},
                {1, 0, 0, 2, 2, 2},
                {1, 0, 0, 1, 1, 0}
            };
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < areas.length; i++) {
                List<Cell> cells = new ArrayList<>();
                long sum = 0;
                for (long count : counts[i]) {
                    sum += count;
                    cells.add(people(count));
                }
                cells.add(people(sum));
                rows.add(new Row(areas[i], cells, 0, false));
            }
            return new ReportTable(
                    "contacts-by-area-and-channel",
                    say("Contacten naar gemeente en kanaal", "Contacts by municipality and channel"),
                    say("Gemeente", "Municipality"),
                    List.of(
                            say("Straat", "Street"),
                            say("Zone", "Zone"),
                            say("Huiskamer", "Drop-in"),
                            "Internet",
                            say("Werkplek", "Workplace"),
                            say("Telefoon", "Phone"),
                            say("Totaal", "Total")),
                    rows,
                    List.of());
        }

        private Section people() {
            return new Section(
                    say("Mensen bereikt", "People reached"),
                    say(
                            "Jongeren onder de 18 zijn altijd besproken met Veilig Thuis. Eén persoon telt één keer per kanaal.",
                            "Everybody under 18 was discussed with the child protection service. A person counts once for each channel."),
                    List.of(new ReportTable(
                            "people-by-age",
                            say("Bereikte mensen naar leeftijd", "People reached by age"),
                            say("Leeftijd", "Age"),
                            List.of(say("1e halfjaar 2025", "1st half 2025"), say("2e halfjaar 2024", "2nd half 2024")),
                            List.of(
                                    Row.of(say("jonger dan 18", "under 18"), people(9), Cell.notAvailable()),
                                    Row.of(say("18 tot en met 20", "18 to 20"), people(14), Cell.notAvailable()),
                                    Row.of(say("21 tot en met 26", "21 to 26"), people(52), Cell.notAvailable()),
                                    Row.of(say("27 en ouder", "27 and over"), people(78), Cell.notAvailable()),
                                    Row.of(say("onbekend", "unknown"), people(14), Cell.notAvailable()),
                                    Row.total(say("Totaal", "Total"), people(166), Cell.notAvailable())),
                            List.of(say(
                                    "De leeftijden tellen op tot meer dan het totaal: wie in het halfjaar jarig was, kan twee keer voorkomen.",
                                    "The ages add up to more than the total: who had a birthday may occur twice.")))));
        }

        private Section trajectories() {
            return new Section(
                    say("In- en uitstroom", "Intake and outflow"),
                    "",
                    List.of(IntakeOutflowTable.of(
                            "intake-and-outflow",
                            List.of(
                                    new IntakeOutflow(
                                            say("eerste halfjaar 2025", "first half of 2025"),
                                            LocalDate.of(2025, 6, 30),
                                            people(44),
                                            people(29),
                                            people(37),
                                            people(37),
                                            people(9),
                                            people(5),
                                            people(0),
                                            people(0),
                                            people(37),
                                            people(4)),
                                    intakeOf2016And2017()),
                            language)));
        }

        private Section comingHalf() {
            return new Section(
                    say("Aandachtspunten voor het komende halfjaar", "Points of attention for the coming half year"),
                    say(
                            "Meer uren internetveldwerk in het Hongaars.\nAfspraken met de gemeente Tiel over een spreekuur.",
                            "More hours of online outreach in Hungarian.\nAgreements with Tiel on a weekly surgery."),
                    List.of());
        }

        private String shown(Cell cell) {
            return new ReportWords(language).cell(cell);
        }

        private Cell contacts(long count) {
            return Cell.count(view.equals(MANAGEMENT) ? count : rounded(count));
        }

        private Cell people(long count) {
            if (view.equals(MANAGEMENT)) {
                return Cell.count(count);
            }
            return count > 0 && count < 10 ? Cell.suppressed() : Cell.count(rounded(count));
        }

        private static long rounded(long count) {
            return Math.round(count / 5.0) * 5;
        }

        private String say(String dutch, String english) {
            return language.equals(DUTCH) ? dutch : english;
        }
    }
}
