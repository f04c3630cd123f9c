package nl.bereik.server.disclosure;

/** How the counts of the parts of something relate to the count of the whole. */
public enum Parts {
    /** Each one counted belongs to one part: the parts add up to the whole. */
    EXACT,
    /** Each belongs to one part or more, as people reached through several channels: no part exceeds the whole, and the
     * whole does not exceed their sum. */
    COVERING,
    /** Each belongs to any number of parts, also to none, as topics of a contact: no part exceeds the whole. */
    WITHIN
}
