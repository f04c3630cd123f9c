package nl.bereik.server.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A half-yearly report. Both languages side by side, so that the samples stay the same report. */
record HalfYearSample(View view, Locale language) {
    private static final String BY_CHANNEL = "contacts-by-channel";
    private static final String BY_MONTH = "contacts-by-month";

    Report report() {
        return new Report(
                say("Halfjaarrapportage straat- en internetveldwerk", "Half-yearly report on outreach"),
                ReportSamples.basis(view, language),
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
                say("Contacten naar kanaal, met het vorige halfjaar", "Contacts by channel, with the half year before"),
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
                view.equals(ReportSamples.MANAGEMENT) ? ReportChart.Kind.LINE : ReportChart.Kind.COLUMN,
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
                                ReportSamples.intakeOf2016And2017()),
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
        return Cell.count(view.equals(ReportSamples.MANAGEMENT) ? count : rounded(count));
    }

    private Cell people(long count) {
        if (view.equals(ReportSamples.MANAGEMENT)) {
            return Cell.count(count);
        }
        return count > 0 && count < 10 ? Cell.suppressed() : Cell.count(rounded(count));
    }

    private static long rounded(long count) {
        return Math.round(count / 5.0) * 5;
    }

    private String say(String dutch, String english) {
        return language.equals(ReportSamples.DUTCH) ? dutch : english;
    }
}
