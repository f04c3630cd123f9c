package nl.bereik.server.staffweb;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.bereik.server.retention.RetentionAges;

/** What goes by itself, in words. */
final class RetentionWords {
    private static final String KIND = "retention.kind.";
    private static final String COUNT = "retention.count.";

    private RetentionWords() {}

    /** Of each kind of which something would go, as in "12 contacts"; empty when nothing would. */
    static List<String> goes(Map<String, Map<String, Long>> due, Words words) {
        List<String> goes = new ArrayList<>();
        due.forEach((kind, counts) -> {
            long sum = counts.values().stream().mapToLong(Long::longValue).sum();
            if (sum > 0) {
                goes.add(words.textOr(COUNT + kind, words.number(sum) + " " + kind(kind, words), sum));
            }
        });
        return goes;
    }

    /** What goes when, a sentence for each age. */
    static List<String> ages(RetentionAges ages, Words words) {
        return List.of(
                words.text("retention.age.contacts", age(ages.contacts(), words)),
                words.text("retention.age.needs", age(ages.needs(), words)),
                words.text("retention.age.trajectories", age(ages.trajectories(), words)),
                words.text("retention.age.quarantine", age(ages.quarantine(), words)),
                words.text("retention.age.codes", age(ages.codes(), words)));
    }

    /** What things of a kind are called. */
    static String kind(String kind, Words words) {
        return words.textOr(KIND + kind, kind);
    }

    private static String age(Period age, Words words) {
        List<String> parts = new ArrayList<>();
        if (age.toTotalMonths() != 0) {
            parts.add(words.text("retention.months", age.toTotalMonths()));
        }
        if (age.getDays() != 0) {
            parts.add(words.text("retention.days", age.getDays()));
        }
        return String.join(", ", parts);
    }
}
