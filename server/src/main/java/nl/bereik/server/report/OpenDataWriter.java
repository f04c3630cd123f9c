package nl.bereik.server.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Published figures as open data: a zip of {@code figures.csv}, in the columns of {@link CsvReportWriter} but without a
 * byte order mark, and {@code datapackage.json}, its Frictionless Data Package descriptor with a Table Schema.
 */
public final class OpenDataWriter implements ReportWriter {
    static final String FIGURES = "figures.csv";
    static final String DESCRIPTOR = "datapackage.json";

    private final Licence licence;

    public OpenDataWriter(Licence licence) {
        this.licence = licence;
    }

    /** @throws IllegalArgumentException when the report is management's */
    @Override
    public byte[] write(Report report) {
        if (!(report.basis().view() instanceof View.Published published)) {
            throw new IllegalArgumentException("only published figures are open data; these are management's");
        }
        byte[] figures = FigureRows.csv(report);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(DESCRIPTOR, new DataPackage(report, published, licence).descriptor(figures));
        files.put(FIGURES, figures);
        return Zips.of(files);
    }

    @Override
    public String mediaType() {
        return "application/zip";
    }

    @Override
    public String extension() {
        return "zip";
    }
}
