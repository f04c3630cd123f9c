package nl.bereik.protocol.reach;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A span of whole months over which is reported: a year ({@code 2025}), a half year ({@code 2025S1}), a quarter
 * ({@code 2025Q3}), some years ({@code 2016-2017}), or any other months, as of a subsidy year
 * ({@code 2018-07--2019-06}).
 *
 * @param first the first month
 * @param last the last month, included
 */
public record ReportingPeriod(YearMonth first, YearMonth last) {
    /** The longest period. */
    public static final int MOST_MONTHS = 120;

    private static final int MONTHS_OF_A_YEAR = 12;
    private static final Pattern PART_OF_YEAR = Pattern.compile("(20\\d\\d)(?:([SQ])([1-4]))?");
    private static final Pattern YEARS = Pattern.compile("(20\\d\\d)-(20\\d\\d)");
    private static final Pattern MONTHS = Pattern.compile("(20\\d\\d-\\d\\d)--(20\\d\\d-\\d\\d)");

    public ReportingPeriod {
        int months = months(first, last);
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("not 1 to " + MOST_MONTHS + " months: " + first + " to " + last);
        }
    }

    /**
     * Reads a period's name.
     *
     * @throws IllegalArgumentException when the name is none of {@code 2025}, {@code 2025S1}, {@code 2025Q1},
     *     {@code 2016-2017} and {@code 2018-07--2019-06}, or means more than {@value #MOST_MONTHS} months
     */
    public static ReportingPeriod parse(String name) {
        Matcher years = YEARS.matcher(name);
        if (years.matches()) {
            return new ReportingPeriod(
                    YearMonth.of(number(years, 1), 1), YearMonth.of(number(years, 2), MONTHS_OF_A_YEAR));
        }
        Matcher months = MONTHS.matcher(name);
        if (months.matches()) {
            try {
                return new ReportingPeriod(YearMonth.parse(group(months, 1)), YearMonth.parse(group(months, 2)));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("not a reporting period", e);
            }
        }
        return partOfYear(name);
    }

    private static ReportingPeriod partOfYear(String name) {
        Matcher matcher = PART_OF_YEAR.matcher(name.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a reporting period");
        }
        int year = number(matcher, 1);
        if (matcher.group(2) == null) {
            return of(year, MONTHS_OF_A_YEAR, 1);
        }
        int part = number(matcher, 3);
        boolean half = "S".equals(matcher.group(2));
        if (half && part > 2) {
            throw new IllegalArgumentException("a year has two halves");
        }
        return half ? of(year, 6, part) : of(year, 3, part);
    }

    private static String group(Matcher matcher, int group) {
        return Objects.requireNonNull(matcher.group(group));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(group(matcher, group));
    }

    /** The half year in which a day lies. */
    public static ReportingPeriod halfYearOf(LocalDate day) {
        return of(day.getYear(), 6, day.getMonthValue() <= 6 ? 1 : 2);
    }

    private static ReportingPeriod of(int year, int months, int part) {
        YearMonth first = YearMonth.of(year, (part - 1) * months + 1);
        return new ReportingPeriod(first, first.plusMonths(months - 1L));
    }

    /** The name that {@link #parse} reads; of two that mean the same, the shorter. */
    public String name() {
        int months = months();
        boolean whole = (first.getMonthValue() - 1) % Math.min(months, MONTHS_OF_A_YEAR) == 0;
        int part = (first.getMonthValue() - 1) / months + 1;
        if (whole && months % MONTHS_OF_A_YEAR == 0) {
            return months == MONTHS_OF_A_YEAR ? "" + first.getYear() : first.getYear() + "-" + last.getYear();
        }
        return whole && months == 6
                ? first.getYear() + "S" + part
                : whole && months == 3 ? first.getYear() + "Q" + part : first + "--" + last;
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

    /** Whether every month of the other lies within this. */
    public boolean contains(ReportingPeriod other) {
        return !other.first.isBefore(first) && !other.last.isAfter(last);
    }

    private int months() {
        return months(first, last);
    }

    private static int months(YearMonth first, YearMonth last) {
        return (last.getYear() - first.getYear()) * MONTHS_OF_A_YEAR + last.getMonthValue() - first.getMonthValue() + 1;
    }
}
