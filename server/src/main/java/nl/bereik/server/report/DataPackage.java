package nl.bereik.server.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The descriptor of an open-data file: a Frictionless Data Package of one tabular resource. */
final class DataPackage {
    private final Report report;
    private final View.Published published;
    private final Licence licence;

    DataPackage(Report report, View.Published published, Licence licence) {
        this.report = report;
        this.published = published;
        this.licence = licence;
    }

    /** JSON, which names the size and hash of the figures' file. */
    byte[] descriptor(byte[] figures) {
        ReportBasis basis = report.basis();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("profile", "tabular-data-package");
        members.put("name", "bereik-figures");
        members.put("title", report.title());
        members.put("created", basis.madeAt().toString());
        members.put("languages", List.of(basis.language().getLanguage()));
        members.put("licenses", List.of(licence()));
        members.put("contributors", List.of(object("title", basis.organisation(), "role", "publisher")));
        members.put("view", basis.view().code());
        members.put("period", basis.period());
        members.put(
                "temporal",
                object(
                        "start",
                        basis.firstDay().toString(),
                        "end",
                        basis.lastDay().toString()));
        members.put("threshold", published.threshold());
        members.put("rounding", published.rounding());
        members.put("release", published.release());
        members.put("resources", List.of(resource(figures)));
        return JsonObject.of(members).bytes();
    }

    private JsonObject licence() {
        return object("name", licence.name(), "title", licence.title(), "path", licence.path());
    }

    private JsonObject resource(byte[] figures) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("profile", "tabular-data-resource");
        members.put("name", "figures");
        members.put("path", OpenDataWriter.FIGURES);
        members.put("format", "csv");
        members.put("mediatype", "text/csv");
        members.put("encoding", "utf-8");
        members.put("bytes", figures.length);
        members.put("hash", "sha256:" + sha256(figures));
        members.put("dialect", object("delimiter", ",", "lineTerminator", "\r\n", "quoteChar", "\""));
        members.put("schema", schema());
        return JsonObject.of(members);
    }

    private JsonObject schema() {
        String threshold = Integer.toString(published.threshold());
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put(
                "fields",
                List.of(
                        required("view", "string", "Always published.", "enum", List.of("published")),
                        required("period", "string", "The period of the report, by its name."),
                        required("first_day", "date", "The first day of the period."),
                        required("last_day", "date", "The last day of the period."),
                        required("threshold", "integer", "Numbers of fewer people are not shown.", "minimum", 1),
                        required("rounding", "integer", "Numbers are multiples of this.", "minimum", 1),
                        required("release", "string", "The release that froze the figures."),
                        field(
                                "revised_at",
                                "datetime",
                                "Always missing: what a release froze is not revised.",
                                Map.of()),
                        required("made_at", "datetime", "When the file was made."),
                        required("organisation", "string", "The organisation or region whose figures these are."),
                        required("table", "string", "The table, by its id.", "pattern", "[a-z0-9][a-z0-9-]{0,63}"),
                        required("caption", "string", "The table, in words."),
                        required("row", "string", "The row of the table; an apostrophe may come before = + - @."),
                        required(
                                "column",
                                "string",
                                "The column of the table; one of another period names that period."),
                        field(
                                "value",
                                "number",
                                "The figure; missing when suppressed (below " + threshold
                                        + " or left out to protect people) or not available.",
                                Map.of()),
                        field(
                                "unit",
                                "string",
                                "What the figure is in; missing when it is.",
                                Map.of("enum", List.of("count", "percent", "minutes"))),
                        required(
                                "status",
                                "string",
                                "Whether there is a figure.",
                                "enum",
                                List.of("value", "suppressed", "not-available"))));
        members.put("missingValues", List.of(""));
        members.put("primaryKey", List.of("release", "table", "row", "column"));
        return JsonObject.of(members);
    }

    private static JsonObject required(String name, String type, String description, Object... constraint) {
        Map<String, @Nullable Object> constraints = new LinkedHashMap<>();
        constraints.put("required", true);
        if (constraint.length > 0) {
            constraints.put((String) constraint[0], constraint[1]);
        }
        return field(name, type, description, constraints);
    }

    private static JsonObject field(
            String name, String type, String description, Map<String, ? extends @Nullable Object> constraints) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("name", name);
        members.put("type", type);
        members.put("description", description);
        if (!constraints.isEmpty()) {
            members.put("constraints", JsonObject.of(constraints));
        }
        return JsonObject.of(members);
    }

    private static JsonObject object(String... namesAndValues) {
        Map<String, String> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return JsonObject.of(members);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
