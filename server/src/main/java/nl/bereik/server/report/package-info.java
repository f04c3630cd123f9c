/**
 * Reports that leave the building: one neutral document, and a writer for each kind of file. Knows no figures of its
 * own, no database and no web; whoever fills a report has already put its labels into the report's language.
 */
@NullMarked
package nl.bereik.server.report;

import org.jspecify.annotations.NullMarked;
