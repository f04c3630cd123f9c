package nl.bereik.mobile.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.EntryLog;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.state.StateReply;
import org.jspecify.annotations.Nullable;

/**
 * What the server last said there is for this phone, as it said it: features read their own kinds from the entries,
 * and kinds that this version does not know wait here for a version that does. Thread-safe.
 */
public final class PulledState {
    private final EntryLog log;
    private final StateRecord shipped;
    private final Map<String, StateRecord> records = new LinkedHashMap<>();

    /** @param shipped what the phone has before it pulls anything */
    public PulledState(EntryLog log, StateRecord shipped) {
        this.log = log;
        this.shipped = shipped;
        records.put(shipped.id(), shipped);
    }

    /** Revisions by id. */
    public Map<String, String> revs() {
        synchronized (log) {
            return StateReply.revs(records.values());
        }
    }

    /** The record of this id; null when there is none. */
    public @Nullable StateRecord record(String id) {
        synchronized (log) {
            return records.get(id);
        }
    }

    /** The records of this kind, in no order. */
    public List<StateRecord> ofKind(String kind) {
        synchronized (log) {
            return records.values().stream()
                    .filter(record -> record.kind().equals(kind))
                    .toList();
        }
    }

    /** Takes over a difference; durable on return. */
    public void pulled(StateReply difference) {
        List<Entry> entries = new ArrayList<>();
        difference.changes().forEach(record -> entries.add(new Entry.Pulled(record)));
        if (!difference.gone().isEmpty()) {
            entries.add(new Entry.Gone(difference.gone()));
        }
        if (!entries.isEmpty()) {
            log.record(entries);
        }
    }

    /** Changes the state as an entry says; for the journal's own use. */
    public void apply(Entry entry) {
        if (entry instanceof Entry.Pulled pulled) {
            records.put(pulled.record().id(), pulled.record());
        } else if (entry instanceof Entry.Gone gone) {
            records.keySet().removeAll(gone.ids());
        }
    }

    /** The entries that make this again. */
    public List<Entry> compacted() {
        List<Entry> entries = new ArrayList<>();
        for (StateRecord record : records.values()) {
            if (!record.equals(shipped)) {
                entries.add(new Entry.Pulled(record));
            }
        }
        if (!records.containsKey(shipped.id())) {
            entries.add(new Entry.Gone(List.of(shipped.id())));
        }
        return entries;
    }
}
