package nl.bereik.server.staffweb;

import java.util.Map;
import nl.bereik.server.report.CsvReportWriter;
import nl.bereik.server.report.JsonReportWriter;
import nl.bereik.server.report.Licence;
import nl.bereik.server.report.OpenDataWriter;
import nl.bereik.server.report.PdfReportWriter;
import nl.bereik.server.report.Report;
import nl.bereik.server.report.ReportWriter;
import nl.bereik.server.report.XlsxReportWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reports as files to take along. */
@Component
class ReportFiles {
    private static final String OPEN_DATA = "zip";
    private static final Licence LICENCE = new Licence(
            "CC-BY-4.0", "Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/");

    private final Map<String, ReportWriter> writers = Map.of(
            "pdf",
            new PdfReportWriter(),
            "xlsx",
            new XlsxReportWriter(),
            "csv",
            new CsvReportWriter(),
            "json",
            new JsonReportWriter(),
            OPEN_DATA,
            new OpenDataWriter(LICENCE));

    /** Errors with 404 for a kind there is not; open data there is of releases only. */
    Mono<String> known(String kind, boolean released) {
        return writers.containsKey(kind) && (released || !kind.equals(OPEN_DATA))
                ? Mono.just(kind)
                : Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Written where nobody else waits. @param name of the file, without its ending */
    Mono<ResponseEntity<byte[]>> write(Report report, String kind, String name) {
        @Nullable ReportWriter writer = writers.get(kind);
        if (writer == null) {
            return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        return Mono.fromCallable(() -> writer.write(report))
                .subscribeOn(Schedulers.boundedElastic())
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(writer.mediaType()))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(name + "." + writer.extension())
                                        .build()
                                        .toString())
                        .body(bytes));
    }
}
