package nl.bereik.server.report;

/** Writes reports as files of one kind. Safe for use by several threads. */
public interface ReportWriter {
    /**
     * The whole file; the same report gives the same bytes unless the writer says otherwise. Needs processor time in proportion to the number of cells,
     * so not to be called where others wait for the thread.
     */
    byte[] write(Report report);

    /** The media type of the files. */
    String mediaType();

    /** What the names of the files end with, without the dot. */
    String extension();
}
