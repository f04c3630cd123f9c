package nl.bereik.protocol.reach;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A span of whole months over which is reported: a year ({@code 2025}), a half year ({@code 2025S1}) or a quarter
 * ({@code 2025Q3}).
 *
 * @param first the first month
 * @param last the last month, included
 */
public record ReportingPeriod(YearMonth first, YearMonth last) {
    private static final Pattern NAME = Pattern.compile("(20\\d\\d)(?:([SQ])([1-4]))?");

    public ReportingPeriod {
        int months = (last.getYear() - first.getYear()) * 12 + last.getMonthValue() - first.getMonthValue() + 1;
        if (months != 12 && months != 6 && months != 3 || (first.getMonthValue() - 1) % months != 0) {
            throw new IllegalArgumentException("not a year, half year or quarter: " + first + " to " + last);
        }
    }

    /**
     * Reads a period's name.
     *
     * @throws IllegalArgumentException when the name is none of {@code 2025}, {@code 2025S1} and {@code 2025Q1}
     */
    public static ReportingPeriod parse(String name) {
        Matcher matcher = NAME.matcher(name.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a reporting period");
        }
        int year = Integer.parseInt(Objects.requireNonNull(matcher.group(1)));
        if (matcher.group(2) == null) {
            return of(year, 12, 1);
        }
        int part = Integer.parseInt(Objects.requireNonNull(matcher.group(3)));
        boolean half = "S".equals(matcher.group(2));
        if (half && part > 2) {
            throw new IllegalArgumentException("a year has two halves");
        }
        return half ? of(year, 6, part) : of(year, 3, part);
    }

    /** The half year in which a day lies. */
    public static ReportingPeriod halfYearOf(LocalDate day) {
        return of(day.getYear(), 6, day.getMonthValue() <= 6 ? 1 : 2);
    }

    private static ReportingPeriod of(int year, int months, int part) {
        YearMonth first = YearMonth.of(year, (part - 1) * months + 1);
        return new ReportingPeriod(first, first.plusMonths(months - 1L));
    }

    /** The name that {@link #parse} reads. */
    public String name() {
        int months = months();
        int part = (first.getMonthValue() - 1) / months + 1;
        return switch (months) {
            case 12 -> "" + first.getYear();
            case 6 -> first.getYear() + "S" + part;
            default -> first.getYear() + "Q" + part;
        };
    }

    /** The period of the same length just before this one. */
    public ReportingPeriod previous() {
        return new ReportingPeriod(first.minusMonths(months()), last.minusMonths(months()));
    }

    /** The period of the same length just after this one. */
    public ReportingPeriod next() {
        return new ReportingPeriod(first.plusMonths(months()), last.plusMonths(months()));
    }

    /** Every day of the period, in order. */
    public Stream<LocalDate> days() {
        return first.atDay(1).datesUntil(last.atEndOfMonth().plusDays(1));
    }

    /** Every month of the period, in order. */
    public Stream<YearMonth> eachMonth() {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1));
    }

    public boolean contains(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return !month.isBefore(first) && !month.isAfter(last);
    }

    private int months() {
        return (last.getYear() - first.getYear()) * 12 + last.getMonthValue() - first.getMonthValue() + 1;
    }
}
