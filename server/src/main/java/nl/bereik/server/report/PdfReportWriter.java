package nl.bereik.server.report;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A report on A4 pages: title and basis first, then the sections with their own words, key figures, tables and charts.
 * Every page states the organisation and the title above, and view, period, threshold, release and page number below. A
 * table that breaks over pages repeats its headings. Tagged for screen readers (PDF/UA), with its language, title and a
 * bookmark for each section. Characters that the font lacks, such as emoji, become □.
 */
public final class PdfReportWriter implements ReportWriter {
    private static final String FONT = "Liberation Sans";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final String NO_GLYPH = "□";

    static {
        // Its log would quote the report.
        XRLog.setLoggingEnabled(false);
    }

    private final String css;

    public PdfReportWriter() {
        try (InputStream file = resource("report.css")) {
            css = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] write(Report report) {
        DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer(LineDrawer.TYPE, new LineDrawer());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withW3cDocument(new HtmlReport(report, css).document(), "")
                .useFont(font("Regular"), FONT, REGULAR, FontStyle.NORMAL, true)
                .useFont(font("Bold"), FONT, BOLD, FontStyle.NORMAL, true)
                .useReplacementText(NO_GLYPH)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useObjectDrawerFactory(drawers)
                .usePdfUaAccessibility(true);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            PdfDate.set(document, report.basis().madeAt());
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public String extension() {
        return "pdf";
    }

    private static FSSupplier<InputStream> font(String weight) {
        return () -> resource("/liberation/LiberationSans-" + weight + ".ttf");
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(PdfReportWriter.class.getResourceAsStream(name), name);
    }
}
