package nl.bereik.server.disclosure;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * A period figures are published for: one or more whole quarters in a row, both ends included. Ordered by beginning,
 * then by end.
 *
 * @param first the first month of its first quarter
 * @param last the last month of its last quarter
 */
public record Span(YearMonth first, YearMonth last) implements Comparable<Span> {

    private static final int MONTHS = 3;
    private static final int QUARTERS_IN_HALF = 2;
    private static final int QUARTERS_IN_YEAR = 4;
    private static final Comparator<Span> ORDER =
            Comparator.comparing(Span::first).thenComparing(Span::last);

    /** Throws IllegalArgumentException unless these are whole quarters. */
    public Span {
        if (first.getMonthValue() % MONTHS != 1 || last.getMonthValue() % MONTHS != 0 || last.isBefore(first)) {
            throw new IllegalArgumentException("Not whole quarters: " + first + " to " + last);
        }
    }

    /** One quarter, 1 to 4. */
    public static Span quarter(int year, int quarter) {
        return quarters(YearMonth.of(year, 1 + MONTHS * (quarter - 1)), 1);
    }

    /** One half-year, 1 or 2. */
    public static Span half(int year, int half) {
        return quarters(YearMonth.of(year, half == 1 ? 1 : 1 + MONTHS * QUARTERS_IN_HALF), QUARTERS_IN_HALF);
    }

    /** The calendar year. */
    public static Span year(int year) {
        return quarters(YearMonth.of(year, 1), QUARTERS_IN_YEAR);
    }

    /** So many quarters from this month, as for a subsidy year from July or for two years at once. */
    public static Span quarters(YearMonth first, int quarters) {
        return new Span(first, first.plusMonths((long) MONTHS * quarters - 1));
    }

    /** How many quarters this is. */
    public int quarters() {
        return (int) (ChronoUnit.MONTHS.between(first, last) + 1) / MONTHS;
    }

    /** Whether all of the other lies in this; a span contains itself. */
    public boolean contains(Span other) {
        return !other.first.isBefore(first) && !other.last.isAfter(last);
    }

    @Override
    public int compareTo(Span other) {
        return ORDER.compare(this, other);
    }

    /** As {@code 2025-01..2025-06}. */
    @Override
    public String toString() {
        return first + ".." + last;
    }
}
