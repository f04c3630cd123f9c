package nl.bereik.server.intake;

import java.util.Collection;
import reactor.core.publisher.Mono;

/**
 * Which items of an install have been judged; a port. What completes is durable. Publishers error with
 * StoreUnavailableException.
 */
public interface CustodyLedger {
    /** The install's ledger: all that is not sealed and the blocks of these opSeqs. Never empty. */
    Mono<InstallLedger> read(String install, Collection<Long> opSeqs);

    /**
     * Adds entries, each whole or not at all; repeatable. Entries at one opSeq stand beside each other when their
     * hashes differ.
     *
     * @param known the ledger as read before
     * @param entries at least one
     */
    Mono<Void> write(String install, InstallLedger known, Collection<LedgerEntry> entries);

    /** Replaces the sum if it still is {@code before}; whether it was. Complete blocks only; repeatable. */
    Mono<Boolean> seal(String install, SealedCustody before, SealedCustody after);
}
