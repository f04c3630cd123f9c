package nl.bereik.mobile.journal;

/**
 * What was found when a journal was opened.
 *
 * @param finding whether all was well
 * @param entries how many whole entries were recovered
 * @param bytesLeftOut how many bytes after them were not understood
 */
public record Recovery(Finding finding, long entries, long bytesLeftOut) {
    /** Whether all was well. */
    public enum Finding {
        /** Every byte belongs to a whole entry. */
        WHOLE,
        /** The last entry was cut off while it was being written; it had never been told saved. */
        TORN_TAIL,
        /** An entry inside was changed; what stood from there on is kept aside in a file of its own. */
        DAMAGED
    }
}
