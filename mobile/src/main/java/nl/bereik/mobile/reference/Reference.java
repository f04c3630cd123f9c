package nl.bereik.mobile.reference;

import java.util.List;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.state.StateRecord;
import org.jspecify.annotations.Nullable;

/** The reference data that this phone works with. Thread-safe. */
public final class Reference {
    private volatile ReferenceData data = ReferenceData.gelderlandZuid();
    private @Nullable StateRecord used;

    /** As last pulled and understood; before that, as shipped. */
    public ReferenceData data() {
        return data;
    }

    /**
     * Changes the state as an entry says; for the journal's own use. Data that cannot be read leaves the old in use.
     */
    public void apply(Entry entry) {
        if (entry instanceof Entry.Pulled pulled && pulled.record().kind().equals(ReferenceData.KIND)) {
            try {
                data = ReferenceData.decode(pulled.record().body().bytes());
                used = pulled.record();
            } catch (IllegalArgumentException e) {
                // A server newer than this phone: an update of the app reads it from the journal.
            }
        }
    }

    /** The entries that make this reference data again; to be applied before what was pulled last. */
    public List<Entry> compacted() {
        return used == null ? List.of() : List.of(new Entry.Pulled(used));
    }
}
