package nl.bereik.mobile.month;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import nl.bereik.mobile.state.PulledState;
import nl.bereik.protocol.target.TargetProgress;

/** The numbers agreed for the team, and how far they had come when the phone last pulled. */
public final class TeamTargets {
    private static final Comparator<TargetProgress> IN_ORDER = Comparator.<TargetProgress, YearMonth>comparing(
                    target -> target.period().first())
            .thenComparing(target -> target.period().last())
            .thenComparing(TargetProgress::figure);

    private TeamTargets() {}

    /** By period, the earliest first, and within one in the order of the figures. Empty when none are known. */
    public static List<TargetProgress> of(PulledState state) {
        return state.ofKind(TargetProgress.KIND).stream()
                .flatMap(record -> TargetProgress.read(record).stream())
                .sorted(IN_ORDER)
                .toList();
    }
}
