package nl.bereik.server.target;

import java.time.LocalDate;
import nl.bereik.protocol.target.TargetProgress;

/**
 * A number agreed, and what was counted of it last.
 *
 * @param progress of the key's period and figure
 * @param countedOn the day on which it was counted, as the region counts its days
 */
public record Target(TargetKey key, TargetProgress progress, LocalDate countedOn) {
    public Target {
        if (!key.period().equals(progress.period()) || key.figure() != progress.figure()) {
            throw new IllegalArgumentException("progress of another target");
        }
    }

    /** The same as counted anew. */
    Target counted(long count, LocalDate through, LocalDate on) {
        return new Target(key, new TargetProgress(key.period(), key.figure(), progress.number(), count, through), on);
    }
}
