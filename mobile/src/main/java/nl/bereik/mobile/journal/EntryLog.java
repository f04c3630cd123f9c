package nl.bereik.mobile.journal;

import java.util.List;

/**
 * The one way to change a phone's state. Whoever reads and then records holds the log's monitor meanwhile, so that
 * nothing comes between.
 */
public interface EntryLog {
    /**
     * Makes entries durable, in order, and then applies them to the state.
     *
     * @throws JournalException when they could not be made durable; the state is then unchanged
     */
    void record(List<? extends Entry> entries);

    /** As {@link #record(List)} for one entry. */
    default void record(Entry entry) {
        record(List.of(entry));
    }
}
