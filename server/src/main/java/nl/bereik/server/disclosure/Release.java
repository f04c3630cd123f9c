package nl.bereik.server.disclosure;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What is given out at once, and stays as it is.
 *
 * @param id the caller's
 * @param tables what readers see, in the order asked for
 * @param underThreshold which of the suppressed counts are under the threshold, the others being suppressed to protect
 *     them. Kept with the release and not shown: later releases are judged as if readers knew even this.
 */
public record Release(String id, List<PublishedTable> tables, Set<Count> underThreshold) {

    public Release {
        tables = List.copyOf(tables);
        underThreshold = Set.copyOf(underThreshold);
    }

    /** No count of fewer people is shown; of tables made by different rules the least threshold. */
    public int threshold() {
        return tables.stream()
                .mapToInt(table -> table.rules().threshold())
                .min()
                .orElse(DisclosureRules.DEFAULT.threshold());
    }

    /** The greatest number that all that is shown is a multiple of; 1 where different rules share none. */
    public int multiple() {
        return tables.stream()
                .map(table -> BigInteger.valueOf(table.rules().roundTo()))
                .reduce(BigInteger::gcd)
                .orElse(BigInteger.valueOf(DisclosureRules.DEFAULT.roundTo()))
                .intValueExact();
    }

    /** The share of protected cells that are suppressed, 0 to 1; 0 if there are none. */
    public static double suppressedShare(Collection<PublishedTable> tables) {
        long cells = 0;
        long suppressed = 0;
        for (PublishedTable table : tables) {
            if (table.subject().isProtected()) {
                cells += table.cells().size();
                suppressed += table.cells().values().stream()
                        .filter(Published.Suppressed.class::isInstance)
                        .count();
            }
        }
        return cells == 0 ? 0 : (double) suppressed / cells;
    }
}
