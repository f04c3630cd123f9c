package nl.bereik.server.alert;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import nl.bereik.server.push.PushOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What came of a nudge on the phones of a person.
 *
 * @param reached the installs that have it
 * @param again whether another has to be tried again
 * @param after when that may help; null when nobody told
 */
record Sent(Set<String> reached, boolean again, @Nullable Duration after) {
    static final Sent NOWHERE = new Sent(Set.of(), false, null);

    static Sent to(String install, PushOutcome outcome) {
        if (outcome instanceof PushOutcome.Retry retry) {
            return new Sent(Set.of(), true, retry.after());
        }
        if (outcome instanceof PushOutcome.Refused) {
            return new Sent(Set.of(), true, null);
        }
        return new Sent(outcome instanceof PushOutcome.Delivered ? Set.of(install) : Set.of(), false, null);
    }

    Sent and(Sent other) {
        Set<String> all = new TreeSet<>(reached);
        all.addAll(other.reached);
        return new Sent(all, again || other.again, longer(after, other.after));
    }

    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
        return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
    }
}
