package nl.bereik.server.simulation;

/** Ways to build the system wrongly, kept so that the simulation can show that it would notice. */
enum Mutant {
    NONE,
    /** The store says inserted, and writes a moment later. */
    ACKNOWLEDGES_BEFORE_THE_WRITE,
    /** A contact that arrives is added to its day's tally instead of having the day folded again. */
    COUNTS_ON_ARRIVAL,
    /** The phone takes an item that the reply does not name for accepted. */
    TAKES_SILENCE_FOR_SUCCESS,
    /** The signature does not cover the body. */
    SIGNS_NO_BODY,
    /** Contacts are marked counted before their day's tally is stored. */
    MARKS_BEFORE_THE_FOLD,
    /** The journal's bytes are not forced to disk before the phone says saved. */
    DOES_NOT_FORCE
}
