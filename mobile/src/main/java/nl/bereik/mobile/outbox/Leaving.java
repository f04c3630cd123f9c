package nl.bereik.mobile.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The items that may leave the phone: settled before a limit, proved to be held since, without a note; a contact only
 * together with its corrections and the needs raised from it.
 *
 * @param items that may leave
 * @param staying all others
 */
record Leaving(List<OutboxItem> items, List<OutboxItem> staying) {

    /** @param provedAt when the server last proved that it holds what it took; null when it never did */
    static Leaving of(Collection<OutboxItem> all, Instant limit, @Nullable Instant provedAt) {
        Set<UUID> needed = new HashSet<>();
        for (OutboxItem item : all) {
            if (!mayLeave(item, limit, provedAt)) {
                needed.add(item.leavesWith());
            }
        }
        Predicate<OutboxItem> stays = item -> needed.contains(item.leavesWith());
        return new Leaving(
                all.stream().filter(stays.negate()).toList(),
                all.stream().filter(stays).toList());
    }

    private static boolean mayLeave(OutboxItem item, Instant limit, @Nullable Instant provedAt) {
        Instant settledAt = item.settledAt();
        return item.state() == ItemState.ARRIVED
                && item.saved().note() == null
                && settledAt != null
                && settledAt.isBefore(limit)
                && provedAt != null
                && !provedAt.isBefore(settledAt);
    }
}
