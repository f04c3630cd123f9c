package nl.bereik.server.staffweb;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.bereik.protocol.reach.ReportingPeriod;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A period as it is chosen on a page: one of a list, or any months.
 *
 * @param period the name of a period, or {@value #MONTHS}
 * @param from the first month, as in {@code 2025-07}; for {@value #MONTHS} only
 * @param to the last month, likewise
 */
record PeriodField(String period, String from, String to) {
    /** Chosen when the months are told. */
    static final String MONTHS = "MONTHS";

    /** A period on offer. */
    record Option(String value, String label, boolean chosen) {}

    /** What came of reading it: a period, or the fields that are wrong and the keys of the words that say so. */
    record Read(@Nullable ReportingPeriod period, List<Problem> problems) {}

    /** @param field the name of the field */
    record Problem(String field, String key) {}

    static PeriodField of(ReportingPeriod period) {
        return new PeriodField(period.name(), "", "");
    }

    /** Months that are told without a choice count as chosen. */
    static PeriodField of(MultiValueMap<String, String> form) {
        String period = SignInController.text(form, "period").strip();
        String from = SignInController.text(form, "from").strip();
        String to = SignInController.text(form, "to").strip();
        boolean months = period.isEmpty() && !(from.isEmpty() && to.isEmpty());
        return new PeriodField(months ? MONTHS : period, from, to);
    }

    boolean isEmpty() {
        return period.isEmpty();
    }

    Read read() {
        if (!period.equals(MONTHS)) {
            try {
                return new Read(ReportingPeriod.parse(period), List.of());
            } catch (IllegalArgumentException e) {
                return wrong(new Problem("period", "periodField.problem.period"));
            }
        }
        @Nullable YearMonth first = month(from);
        @Nullable YearMonth last = month(to);
        if (first == null || last == null) {
            List<Problem> problems = new ArrayList<>();
            if (first == null) {
                problems.add(new Problem("from", "periodField.problem.from"));
            }
            if (last == null) {
                problems.add(new Problem("to", "periodField.problem.to"));
            }
            return new Read(null, problems);
        }
        if (last.isBefore(first)) {
            return wrong(new Problem("to", "periodField.problem.order"));
        }
        try {
            return new Read(new ReportingPeriod(first, last), List.of());
        } catch (IllegalArgumentException e) {
            return wrong(new Problem("to", "periodField.problem.long"));
        }
    }

    private static Read wrong(Problem problem) {
        return new Read(null, List.of(problem));
    }

    /** Of this century, as the names of periods are. */
    private static @Nullable YearMonth month(String text) {
        if (!text.matches("20\\d\\d-\\d\\d")) {
            return null;
        }
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The years, halves and quarters around a day, the one that is chosen though it be another, and any months. */
    List<Option> options(LocalDate today, Words words) {
        int year = today.getYear();
        List<String> names = new ArrayList<>(Stream.of(year, year + 1, year - 1)
                .flatMap(each -> Stream.of("", "S1", "S2").map(part -> each + part))
                .toList());
        Stream.of("Q1", "Q2", "Q3", "Q4").forEach(quarter -> names.add(year + quarter));
        boolean other = !isEmpty() && !period.equals(MONTHS) && !names.contains(period);
        @Nullable ReportingPeriod chosen = other ? read().period() : null;
        if (chosen != null) {
            names.add(0, chosen.name());
        }
        List<Option> options = new ArrayList<>(names.stream()
                .distinct()
                .map(name -> new Option(name, words.period(ReportingPeriod.parse(name)), name.equals(period)))
                .toList());
        options.add(new Option(MONTHS, words.text("periodField.months"), period.equals(MONTHS)));
        return options;
    }
}
