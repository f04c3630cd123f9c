package nl.bereik.server.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.bereik.protocol.need.NeedState;
import org.jspecify.annotations.Nullable;

/**
 * All that changes at once when something is done to a need.
 *
 * @param alerts all that wait from then on
 * @param rulesAt when the rules look at it next; null when they need not
 * @param on the day of it, on which a need is closed that is closed by it
 */
public record NeedMove(
        NeedState state,
        StoredNeed.Done done,
        List<Alert> alerts,
        @Nullable Instant rulesAt,
        LocalDate on) {
    public NeedMove {
        alerts = List.copyOf(alerts);
    }
}
