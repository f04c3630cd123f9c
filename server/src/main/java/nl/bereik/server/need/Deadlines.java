package nl.bereik.server.need;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.bereik.protocol.need.NeedAct;
import org.jspecify.annotations.Nullable;

/** When the rules have to look at a need. */
public final class Deadlines {
    private Deadlines() {}

    /** After an act: at once when somebody has to be found, later when somebody has to accept, else never. */
    static @Nullable Instant after(StoredNeed before, NeedAct act, Instant at) {
        return switch (act) {
            case DECLINE, REOPEN -> at;
            case ASSIGN, TRANSFER, UNASSIGN -> accepted(before, at);
            case REFER -> before.rulesAt();
            case ACCEPT, START, FINISH, MISS, WITHDRAW -> null;
        };
    }

    /** When somebody must have accepted who is asked now; null when that can wait. */
    public static @Nullable Instant accepted(StoredNeed need, Instant asked) {
        Optional<Duration> within = need.need().urgency().acceptWithin();
        return within.map(asked::plus).orElse(null);
    }
}
