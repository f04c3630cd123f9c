package nl.bereik.mobile.month;

import java.time.YearMonth;
import java.util.List;
import nl.bereik.mobile.kept.MonthCounts;
import nl.bereik.protocol.target.TargetProgress;

/**
 * The own month as it stands.
 *
 * @param counts what was told on this phone
 * @param targets the numbers agreed for the team, as {@link TeamTargets#of}
 */
public record MonthNow(YearMonth month, MonthCounts counts, List<TargetProgress> targets) {}
