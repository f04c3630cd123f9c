package nl.bereik.mobile.reference;

import java.util.List;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.EntryLog;
import nl.bereik.protocol.reference.ReferenceData;

/** The reference data that this phone works with. Thread-safe. */
public final class Reference {
    private final EntryLog log;
    private ReferenceData data = ReferenceData.gelderlandZuid();
    private boolean pulled;

    public Reference(EntryLog log) {
        this.log = log;
    }

    /** As last pulled; before that, as shipped. */
    public ReferenceData data() {
        synchronized (log) {
            return data;
        }
    }

    /** Takes what was pulled. @throws IllegalArgumentException when it cannot be read; the old stays */
    public void pulled(byte[] utf8) {
        ReferenceData fresh = ReferenceData.decode(utf8);
        log.record(new Entry.ReferencePulled(fresh.json()));
    }

    /** Changes the state as an entry says; for the journal's own use. */
    public void apply(Entry entry) {
        if (entry instanceof Entry.ReferencePulled fresh) {
            data = ReferenceData.decode(fresh.data().bytes());
            pulled = true;
        }
    }

    /** The entries that make this reference data again. */
    public List<Entry> compacted() {
        return pulled ? List.of(new Entry.ReferencePulled(data.json())) : List.of();
    }
}
