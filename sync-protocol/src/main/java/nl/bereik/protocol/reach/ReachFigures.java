package nl.bereik.protocol.reach;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The exact (management) figures of one reporting period.
 *
 * @param byMonth contacts per month, months without contacts left out
 * @param byMonthAndChannel per such month the contacts per channel, channels without contacts left out
 */
public record ReachFigures(
        ReportingPeriod period,
        ReachCounts counts,
        SortedMap<YearMonth, Long> byMonth,
        SortedMap<YearMonth, SortedMap<Channel, Long>> byMonthAndChannel) {

    public ReachFigures {
        byMonth = Collections.unmodifiableSortedMap(new TreeMap<>(byMonth));
        byMonthAndChannel = Collections.unmodifiableSortedMap(new TreeMap<>(byMonthAndChannel));
    }

    /** Sums the tallies whose day lies in the period; others are passed over. Order does not matter. */
    public static ReachFigures sum(ReportingPeriod period, Collection<DayTally> tallies) {
        ReachCounts counts = ReachCounts.zero();
        SortedMap<YearMonth, Long> byMonth = new TreeMap<>();
        SortedMap<YearMonth, SortedMap<Channel, Long>> byMonthAndChannel = new TreeMap<>();
        for (DayTally tally : tallies) {
            LocalDate day = tally.day();
            if (!period.contains(day) || tally.counts().contacts() == 0) {
                continue;
            }
            counts = counts.plus(tally.counts());
            YearMonth month = YearMonth.from(day);
            byMonth.merge(month, tally.counts().contacts(), Long::sum);
            SortedMap<Channel, Long> channels = byMonthAndChannel.computeIfAbsent(month, any -> new TreeMap<>());
            tally.counts()
                    .table(ReachTable.CHANNEL)
                    .forEach((channel, count) -> channels.merge(Channel.valueOf(channel), count, Long::sum));
        }
        return new ReachFigures(period, counts, byMonth, byMonthAndChannel);
    }

    /**
     * The figures under their reporting names: {@code contacts}, {@code contactsBy_X} for every single dimension,
     * {@code contactsByMonth} and {@code contactsWithoutCode}. Cells of zero are left out.
     */
    public JsonObject toJson() {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("period", period.name());
        figures.put("contacts", counts.contacts());
        for (ReachTable table : ReachTable.values()) {
            if (!table.isPair()) {
                figures.put("contactsBy_" + table.dimension(), JsonObject.of(counts.table(table)));
            }
        }
        Map<String, Long> months = new LinkedHashMap<>();
        byMonth.forEach((month, count) -> months.put(month.toString(), count));
        figures.put("contactsByMonth", JsonObject.of(months));
        figures.put("contactsWithoutCode", counts.withoutCode());
        return JsonObject.of(figures);
    }
}
