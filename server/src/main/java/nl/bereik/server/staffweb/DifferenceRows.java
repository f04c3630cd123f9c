package nl.bereik.server.staffweb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.server.reach.Revision.Difference;
import org.jspecify.annotations.Nullable;

/** What differs between the figures of a half-year before and after, a row for each number that does. */
final class DifferenceRows {
    private static final String BY = "By";

    private final Words words;
    private final ReportCodes codes;

    DifferenceRows(Words words, ReportCodes codes) {
        this.words = words;
        this.codes = codes;
    }

    /**
     * The differences of one half-year.
     *
     * @param id of the part of the page
     */
    record Part(String id, String title, List<Row> rows) {}

    /** @param difference with its sign */
    record Row(String figure, String before, String after, String difference) {}

    List<Part> of(List<Difference> differences) {
        return differences.stream()
                .map(each -> new Part(
                        "difference-" + each.halfYear().name(),
                        words.period(each.halfYear()),
                        rows(each.before(), each.after())))
                .toList();
    }

    private List<Row> rows(JsonObject before, JsonObject after) {
        List<Row> rows = new ArrayList<>();
        after.members().forEach((name, now) -> {
            Object was = before.get(name);
            if (now instanceof JsonObject table) {
                addTable(rows, name, was instanceof JsonObject other ? other : JsonObject.of(Map.of()), table);
            } else if (now instanceof Number && !now.equals(was)) {
                rows.add(row(codes.table(id(name)), number(was), number(now)));
            }
        });
        return rows;
    }

    private void addTable(List<Row> rows, String name, JsonObject before, JsonObject after) {
        TreeSet<String> all = new TreeSet<>(before.members().keySet());
        all.addAll(after.members().keySet());
        for (String code : all) {
            if (!Objects.equals(before.get(code), after.get(code))) {
                String label = codes.table(id(name)) + ": " + codes.category(dimension(name), code);
                rows.add(row(label, number(before.get(code)), number(after.get(code))));
            }
        }
    }

    private Row row(String label, long before, long after) {
        return new Row(label, words.number(before), words.number(after), words.signed(after - before));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    /** As the tables of reports are called: {@code contactsBy_ageBand} is {@code contacts-by-age-band}. */
    private static String id(String figure) {
        return figure.replace("_", "-")
                .replaceAll("(?<=[a-z])(?=[A-Z0-9])", "-")
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^trajectory-people-by", "people-by")
                .replaceFirst("^prevention-participants-by", "participants-by")
                .replaceFirst("^prevention-activities-by", "prevention-by");
    }

    private static String dimension(String figure) {
        String last = figure.substring(figure.lastIndexOf(BY) + BY.length()).replace("_", "");
        return last.isEmpty() || !figure.contains(BY)
                ? "figure"
                : last.substring(0, 1).toLowerCase(Locale.ROOT) + last.substring(1);
    }
}
