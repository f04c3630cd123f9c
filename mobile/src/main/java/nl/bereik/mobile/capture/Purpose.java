package nl.bereik.mobile.capture;

/** What a form was opened for, in the words that the user sees. */
public enum Purpose {
    NEW,
    /** In the place of what the server refused. */
    REPAIR,
    /** To tell a contact anew. */
    CORRECT,
    /** To tell a contact that was taken back after all. */
    RESTORE
}
