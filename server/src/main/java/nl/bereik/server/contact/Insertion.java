package nl.bereik.server.contact;

/** What came of inserting one contact. */
public enum Insertion {
    /** Durably there now, uncounted. */
    INSERTED,
    /** Its id was there with the same content. */
    SAME_CONTENT,
    /** Its id is taken by other content, which was left as it is. */
    OTHER_CONTENT,
    /** The store could not, for this one; not there. */
    FAILED
}
