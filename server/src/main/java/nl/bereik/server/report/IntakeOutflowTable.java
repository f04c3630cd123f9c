package nl.bereik.server.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Lays the intake and outflow out as the table of 2016-2017 that the network reported to the ministry. */
public final class IntakeOutflowTable {
    private final ReportWords words;
    private final List<IntakeOutflow> periods;

    private IntakeOutflowTable(ReportWords words, List<IntakeOutflow> periods) {
        this.words = words;
        this.periods = periods;
    }

    /**
     * The table with one column for each period, in their order, always the same eleven rows, and a note for each
     * period that tells its reference date.
     *
     * @param id of the table
     * @param periods at least one, none twice
     * @param language Dutch or English
     */
    public static ReportTable of(String id, List<IntakeOutflow> periods, Locale language) {
        return new IntakeOutflowTable(new ReportWords(language), periods).table(id);
    }

    private ReportTable table(String id) {
        return new ReportTable(
                id,
                words.text("intake.caption"),
                words.text("intake.rowHeading"),
                periods.stream().map(IntakeOutflow::period).toList(),
                List.of(
                        row(0, "registrations", IntakeOutflow::registrations),
                        row(0, "consultations", IntakeOutflow::consultations),
                        row(0, "started", IntakeOutflow::trajectoriesStarted),
                        row(1, "people", IntakeOutflow::people),
                        row(2, "under21", IntakeOutflow::under21),
                        row(Row.DEEPEST, "under18", IntakeOutflow::under18),
                        row(2, "under21.share", IntakeOutflowTable::shareUnder21),
                        row(0, "endedEarly", IntakeOutflow::endedEarly),
                        row(0, "exited", IntakeOutflow::exited),
                        row(0, "running", IntakeOutflow::running),
                        row(0, "involuntary", IntakeOutflow::involuntary)),
                periods.stream()
                        .map(period -> words.text(
                                "intake.referenceDate", period.period(), words.shortDay(period.referenceDate())))
                        .toList());
    }

    private Row row(int depth, String name, Function<IntakeOutflow, Cell> figure) {
        return new Row(
                words.text("intake." + name), periods.stream().map(figure).toList(), depth, false);
    }

    /** Of the numbers shown, so that it tells no more than they do. */
    private static Cell shareUnder21(IntakeOutflow period) {
        if (period.under21() instanceof Cell.Count part && period.people() instanceof Cell.Count whole) {
            return Cell.percent(part.value(), whole.value());
        }
        boolean suppressed = period.under21() instanceof Cell.Suppressed || period.people() instanceof Cell.Suppressed;
        return suppressed ? Cell.suppressed() : Cell.notAvailable();
    }
}
