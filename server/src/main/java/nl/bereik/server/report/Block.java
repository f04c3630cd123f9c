package nl.bereik.server.report;

/** A part of a section, shown in the section's order. */
public sealed interface Block permits KeyFigures, ReportTable, ReportChart {}
