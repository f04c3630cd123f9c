package nl.bereik.server.wipe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order to a phone to erase itself. It stays in force after it was confirmed: should a copy of the phone turn up, it
 * erases itself as well.
 *
 * @param phone the first install of the phone
 * @param token what a report must show
 * @param confirmedAt when the phone first said that it had; null before
 */
public record WipeOrder(
        String phone,
        String token,
        Instant orderedAt,
        @Nullable Instant confirmedAt) {
    /** Hides the token from logs. */
    @Override
    public String toString() {
        return "WipeOrder[" + phone + ", " + orderedAt + ", " + confirmedAt + "]";
    }
}
