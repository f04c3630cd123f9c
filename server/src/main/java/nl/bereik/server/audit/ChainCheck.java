package nl.bereik.server.audit;

import java.util.List;
import nl.bereik.server.audit.Verification.Broken;
import nl.bereik.server.audit.Verification.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A check on its way along the chain. Pure.
 *
 * @param expected heads that the chain must pass through
 * @param at the last entry found right
 * @param broken the first that is not; null while all are right
 * @param ended whether there was nothing more
 */
record ChainCheck(
        List<AuditHead> expected, AuditHead at, @Nullable Broken broken, boolean ended) {
    ChainCheck {
        expected = List.copyOf(expected);
    }

    static ChainCheck start(List<AuditHead> expected) {
        return new ChainCheck(expected, AuditHead.NONE, null, false);
    }

    boolean done() {
        return broken != null || ended;
    }

    /**
     * Goes on with what was found from the number after {@link #at} up to {@code to}, in order; less than that means
     * that the chain ends there.
     */
    ChainCheck with(List<AuditEntry> found, long to) {
        ChainCheck check = this;
        for (AuditEntry entry : found) {
            check = check.with(entry);
            if (check.broken != null) {
                return check;
            }
        }
        return check.at.number() < to ? new ChainCheck(expected, check.at, null, true) : check;
    }

    private ChainCheck with(AuditEntry entry) {
        if (entry.number() != at.number() + 1) {
            return brokenAt(at.number() + 1, Fault.MISSING);
        }
        if (!entry.hash().equals(entry.hashAfter(at.hash()))) {
            return brokenAt(entry.number(), Fault.CHANGED);
        }
        boolean other = expected.stream()
                .anyMatch(
                        head -> head.number() == entry.number() && !head.hash().equals(entry.hash()));
        return other ? brokenAt(entry.number(), Fault.REWRITTEN) : new ChainCheck(expected, entry.head(), null, false);
    }

    private ChainCheck brokenAt(long number, Fault fault) {
        return new ChainCheck(expected, at, new Broken(number, fault), true);
    }

    /** @param size how many entries there were before the check began, whatever their numbers */
    Verification verdict(long size) {
        if (broken != null) {
            return broken;
        }
        boolean wentFurther = expected.stream().anyMatch(head -> head.number() > at.number());
        if (size > at.number()) {
            return new Broken(at.number() + 1, wentFurther ? Fault.MISSING : Fault.STRAY);
        }
        return wentFurther ? new Broken(at.number() + 1, Fault.CUT_OFF) : new Verification.Whole(at);
    }
}
