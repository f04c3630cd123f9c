package nl.bereik.server.audit;

/** What checking the chain came to. */
public sealed interface Verification {
    /** Every entry is as it was noted, as far as this chain can tell by itself. */
    record Whole(AuditHead head) implements Verification {}

    /**
     * Somebody has been at it.
     *
     * @param number the first entry that is not right
     */
    record Broken(long number, Fault fault) implements Verification {}

    /** What is wrong. */
    enum Fault {
        /** There is no such entry, and there are later ones. */
        MISSING,
        /** Its hash does not fit what it says and the entry before it. */
        CHANGED,
        /** The chain ends before it, and once went further. */
        CUT_OFF,
        /**
         * The chain fits in itself and is not the one whose head was noted: it was written anew from here or before.
         */
        REWRITTEN,
        /** The chain is whole, and there are entries beside it that no number leads to. */
        STRAY
    }
}
