package nl.bereik.mobile.backlog;

/**
 * What an import came to. Lines that are empty count nowhere.
 *
 * @param added lines that are new on this phone
 * @param known lines that were imported before
 * @param refused lines that were not imported
 * @param notesLeftOut of the added, those that lost their note: because it was refused, or because there is no team key
 *     to seal it with yet
 */
public record ImportReport(int added, int known, int refused, int notesLeftOut) {}
