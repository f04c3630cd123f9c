package nl.bereik.server.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Puts a moment of ours where a PDF tells when it was made, so that the same report gives the same bytes. */
final class PdfDate {
    private PdfDate() {}

    static void set(PDDocument document, Instant madeAt) {
        document.getDocumentInformation().setCreationDate(GregorianCalendar.from(madeAt.atZone(ZoneOffset.UTC)));
        document.setDocumentId(madeAt.toEpochMilli());
    }
}
