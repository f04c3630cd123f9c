package nl.bereik.server.intake;

import java.util.Collection;
import java.util.SortedMap;
import reactor.core.publisher.Mono;

/**
 * Which items of an install have been judged; a port. What completes is durable. Publishers error with
 * StoreUnavailableException.
 */
public interface CustodyLedger {
    /** The install's ledger: all that is not sealed and the blocks of these opSeqs. Never empty. */
    Mono<InstallLedger> read(String install, Collection<Long> opSeqs);

    /**
     * Adds entries, each whole or not at all; repeatable. Entries of one install at one opSeq that differ are the
     * caller's business: the last stays.
     *
     * @param known the ledger as read before
     * @param entries by opSeq, at least one
     */
    Mono<Void> write(String install, InstallLedger known, SortedMap<Long, LedgerEntry> entries);

    /** Replaces the sum if it still is {@code before}; whether it was. Complete blocks only; repeatable. */
    Mono<Boolean> seal(String install, SealedCustody before, SealedCustody after);
}
