package nl.bereik.mobile.teamkey;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.EntryLog;
import nl.bereik.protocol.teamkey.SealKey;
import org.jspecify.annotations.Nullable;

/**
 * The keys that this phone shares with the other phones of its team, by epoch; old ones stay, so that old texts can be
 * read. Thread-safe.
 */
public final class TeamKeys {
    private final EntryLog log;
    private final RandomGenerator random;
    private final TreeMap<Integer, TeamKey> keys = new TreeMap<>();
    private @Nullable SealPair sealPair;
    private @Nullable String team;

    public TeamKeys(EntryLog log, RandomGenerator random) {
        this.log = log;
        this.random = random;
    }

    /** The key to which others seal for this phone; made, and durable, when there is none yet. */
    public SealKey sealKey() {
        return sealPair().publicKey();
    }

    private SealPair sealPair() {
        synchronized (log) {
            if (sealPair == null) {
                log.record(new Entry.SealKeyMade(SealPair.random(random).hex()));
            }
            return Objects.requireNonNull(sealPair);
        }
    }

    /** The key that new texts are sealed with; empty while this phone has none. */
    public Optional<TeamKey> current() {
        synchronized (log) {
            return keys.isEmpty()
                    ? Optional.empty()
                    : Optional.of(keys.lastEntry().getValue());
        }
    }

    /** The key of that epoch; empty when this phone does not have it. */
    public Optional<TeamKey> of(int epoch) {
        synchronized (log) {
            return Optional.ofNullable(keys.get(epoch));
        }
    }

    /** Changes the state as an entry says; for the journal's own use. */
    public void apply(Entry entry) {
        if (entry instanceof Entry.SealKeyMade made) {
            sealPair = SealPair.of(made.privateKey());
        } else if (entry instanceof Entry.TeamKeyKnown known) {
            keys.put(known.epoch(), TeamKey.of(known.epoch(), known.key()));
        } else if (entry instanceof Entry.Enrolled enrolled && !enrolled.team().equals(team)) {
            team = enrolled.team();
            keys.clear();
        }
    }

    /** The entries that make this again; to be applied after those of the enrolment. */
    public List<Entry> compacted() {
        List<Entry> entries = new ArrayList<>();
        if (sealPair != null) {
            entries.add(new Entry.SealKeyMade(sealPair.hex()));
        }
        keys.values().forEach(key -> entries.add(new Entry.TeamKeyKnown(key.epoch(), key.hex())));
        return entries;
    }
}
