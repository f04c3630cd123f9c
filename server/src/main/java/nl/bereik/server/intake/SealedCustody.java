package nl.bereik.server.intake;

import nl.bereik.protocol.sync.ContentHash;

/**
 * The sum of an install's ledger below its open blocks, so that a push does not read all of it.
 *
 * @param blocks how many blocks, from the first, are complete and summed here
 * @param count how many of their items the server holds
 * @param xor of the content hashes of those
 */
public record SealedCustody(long blocks, long count, ContentHash xor) {
    static final SealedCustody NONE = new SealedCustody(0, 0, ContentHash.NONE);

    /** The last opSeq that is summed. */
    long through() {
        return blocks * InstallLedger.BLOCK;
    }
}
