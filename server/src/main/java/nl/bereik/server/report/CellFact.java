package nl.bereik.server.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A cell as machines read it.
 *
 * @param value null exactly when there is no figure
 * @param unit {@code count}, {@code percent} or {@code minutes}; null when there is no figure
 * @param status {@code value}, {@code suppressed} or {@code not-available}
 */
record CellFact(@Nullable BigDecimal value, @Nullable String unit, String status) {
    static CellFact of(Cell cell) {
        if (cell instanceof Cell.Count count) {
            return new CellFact(BigDecimal.valueOf(count.value()), "count", "value");
        }
        if (cell instanceof Cell.Percent percent) {
            return new CellFact(percent.value(), "percent", "value");
        }
        if (cell instanceof Cell.Minutes minutes) {
            return new CellFact(BigDecimal.valueOf(minutes.value()), "minutes", "value");
        }
        return new CellFact(null, null, cell instanceof Cell.Suppressed ? "suppressed" : "not-available");
    }
}
