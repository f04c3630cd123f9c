package nl.bereik.mobile.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The whole outbox in numbers.
 *
 * @param waiting items not yet taken by the server, those on their way included
 * @param held items of this install that the server holds, those that have left the phone included
 * @param underReview of the held, those on this phone that the server does not understand yet
 * @param needsRepair contacts, and corrections of them, that were refused
 * @param turnedDown other items that were refused
 * @param lost items that the server took, lost, and that had left this phone
 * @param lastSync when a round last ended with the server; null when none did
 * @param provedAt when the server last showed that it holds all; null when it never did or the last proof failed
 */
public record OutboxStatus(
        int waiting,
        long held,
        int underReview,
        int needsRepair,
        int turnedDown,
        long lost,
        @Nullable Instant lastSync,
        @Nullable Instant provedAt) {}
