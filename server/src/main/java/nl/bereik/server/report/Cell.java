package nl.bereik.server.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** One figure of a table, or why it is not there. */
public sealed interface Cell {

    /** A whole number; negative only for a difference. */
    record Count(long value) implements Cell {}

    /**
     * A share.
     *
     * @param value in percents: 35 is 35%; at most one decimal, not negative
     */
    record Percent(BigDecimal value) implements Cell {
        public Percent {
            value = value.stripTrailingZeros();
            if (value.scale() > 1 || value.signum() < 0) {
                throw new IllegalArgumentException("a share has at most one decimal and is not negative");
            }
        }
    }

    /**
     * A time taken.
     *
     * @param value in whole minutes, not negative
     */
    record Minutes(long value) implements Cell {
        public Minutes {
            if (value < 0) {
                throw new IllegalArgumentException("a time taken is not negative");
            }
        }
    }

    /** Left out to protect people: below the threshold, or because another cell would follow from it. */
    record Suppressed() implements Cell {}

    /** There is no such figure, as for a period before the first. */
    record NotAvailable() implements Cell {}

    static Cell count(long value) {
        return new Count(value);
    }

    /** The share that a part is of a whole, in whole percents, half up; not available when the whole is nothing. */
    static Cell percent(long part, long whole) {
        return whole == 0
                ? new NotAvailable()
                : new Percent(BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP));
    }

    static Cell minutes(long value) {
        return new Minutes(value);
    }

    static Cell suppressed() {
        return new Suppressed();
    }

    static Cell notAvailable() {
        return new NotAvailable();
    }
}
