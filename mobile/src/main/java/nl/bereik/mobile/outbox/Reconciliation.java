package nl.bereik.mobile.outbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.CustodyPage.Held;

/**
 * Why the server's sum differs from this phone's, found by comparing ids. Only items that are still on the phone can be
 * compared one by one; those that have left are known as a sum.
 *
 * @param rolledBack whether the server holds items of this install that this phone never sent: it was restored from a
 *     backup, or another was
 * @param missing items that the server took and does not hold, to be sent again
 * @param lost how many items that have left this phone the server does not hold
 */
record Reconciliation(boolean rolledBack, List<UUID> missing, long lost) {

    /**
     * @param listed what the server holds from a place on
     * @param total the sum of all that it holds
     * @param onPhone the items on this phone that count as held, all from that place on
     * @param told what this phone was told that the server holds
     * @param nextSeq the first place that this phone has not given
     */
    static Reconciliation of(List<Held> listed, Custody total, Collection<OutboxItem> onPhone, Sum told, long nextSeq) {
        Map<Held, OutboxItem> mine = new HashMap<>();
        Sum left = told;
        for (OutboxItem item : onPhone) {
            Held held = new Held(item.opSeq(), item.hash());
            mine.put(held, item);
            left = left.minus(held.hash());
        }
        Sum others = new Sum(total.count(), total.xor());
        boolean ahead = false;
        for (Held held : listed) {
            if (mine.remove(held) != null) {
                others = others.minus(held.hash());
            } else {
                ahead |= held.opSeq() >= nextSeq;
            }
        }
        List<UUID> missing = new ArrayList<>();
        mine.values().forEach(item -> missing.add(item.opId()));
        if (others.equals(left)) {
            return new Reconciliation(false, missing, 0);
        }
        boolean rolledBack = ahead || others.count > left.count;
        return new Reconciliation(rolledBack, missing, rolledBack ? 0 : Math.max(1, left.count - others.count));
    }

    /** How many items and the exclusive or of their hashes. */
    record Sum(long count, ContentHash xor) {
        Sum minus(ContentHash hash) {
            return new Sum(count - 1, xor.xor(hash));
        }
    }
}
