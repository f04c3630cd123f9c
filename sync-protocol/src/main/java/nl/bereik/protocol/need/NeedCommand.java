package nl.bereik.protocol.need;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something done to a follow-up need that exists, by whoever the sender is. It may have been done offline, on a state
 * that has changed since: the state machine decides, not the time at which it was done.
 *
 * @param need the need's id, which is the item id under which it was raised
 * @param act what is done
 * @param to the account that it names; null for acts that name nobody
 * @param reason why it is declined; null for other acts
 */
public record NeedCommand(
        UUID need,
        NeedAct act,
        @Nullable String to,
        @Nullable DeclineReason reason) {

    /** @throws IllegalArgumentException when it names somebody and should not, or the other way round */
    public NeedCommand {
        if (act.namesSomebody() != (to != null)) {
            throw new IllegalArgumentException("an act names somebody or it does not");
        }
        if ((act == NeedAct.DECLINE) != (reason != null)) {
            throw new IllegalArgumentException("declining, and nothing else, has a reason");
        }
    }

    public static NeedCommand of(UUID need, NeedAct act) {
        return new NeedCommand(need, act, null, null);
    }
}
