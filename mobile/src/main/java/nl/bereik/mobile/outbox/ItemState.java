package nl.bereik.mobile.outbox;

/**
 * Where an item stands on its way to the server, in the words that the user sees. Every move from one to another, races
 * included, stands in {@code docs/sync-states.md}.
 */
public enum ItemState {
    /** Saved on this phone, not yet taken by the server. */
    WAITING,
    /** On its way now. */
    SENDING,
    /** The server holds it durably. */
    ARRIVED,
    /** The server holds it and does not understand it yet, or holds other content under its id as well. */
    UNDER_REVIEW,
    /** The server refused it; it is kept here until somebody repairs it. */
    NEEDS_REPAIR
}
