package nl.bereik.protocol.need;

/** Why somebody cannot take a follow-up need, or gives it back. */
public enum DeclineReason {
    /** The caseload is full. */
    FULL,
    /** Not at work in the time there is. */
    ABSENT,
    /** Another organisation or expertise is needed. */
    NOT_MINE,
    /** Too close to the person, or not safe for the worker. */
    NOT_FITTING,
    OTHER
}
