package nl.bereik.mobile.teamkey;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.EntryLog;
import nl.bereik.protocol.teamkey.Handover;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.protocol.teamkey.SixDigits;
import nl.bereik.protocol.teamkey.TeamKeyState;
import nl.bereik.protocol.teamkey.TeamKeyState.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * The keys that this phone shares with the other phones of its team, by epoch; old ones stay, so that old texts can be
 * read. Thread-safe. See decision 0011.
 */
public final class TeamKeys {
    private final EntryLog log;
    private final RandomGenerator random;
    private final TreeMap<Integer, TeamKey> keys = new TreeMap<>();
    private final Circle circle = new Circle();
    private int newest;
    private @Nullable TeamKey made;
    private @Nullable SealPair sealPair;
    private @Nullable String team;
    private @Nullable TeamKeyState told;

    public TeamKeys(EntryLog log, RandomGenerator random) {
        this.log = log;
        this.random = random;
    }

    /** How far this phone is with getting the team's key. */
    public enum Standing {
        /** The server has said nothing of a key, or of no keeper. */
        NO_KEEPER,
        /** The keeper's phone has to answer. */
        KEEPER_TO_ANSWER,
        /** The user has to compare {@link #digits()} with the keeper's phone. */
        TO_COMPARE,
        /** The user has compared; the keeper has still to. */
        KEEPER_TO_HAND,
        /** The phone has the key. */
        HAS_KEY
    }

    /**
     * A phone that waits for the team's key, on the keeper's phone.
     *
     * @param holder the account of the person who carries it; null when none was named
     * @param digits to compare; null while that phone has still to answer
     */
    public record NewPhone(
            String phone, @Nullable String holder, @Nullable SixDigits digits) {}

    /** The key that new texts are sealed with; empty while this phone has none. */
    public Optional<TeamKey> current() {
        synchronized (log) {
            return Optional.ofNullable(keys.get(newest));
        }
    }

    /** The key of that epoch; empty when this phone does not have it. */
    public Optional<TeamKey> of(int epoch) {
        synchronized (log) {
            return Optional.ofNullable(keys.get(epoch));
        }
    }

    /** The key to which others seal for this phone; made, and durable, when there is none yet. */
    public SealKey sealKey() {
        return sealPair().publicKey();
    }

    public Standing standing() {
        synchronized (log) {
            if (told == null || hasTold()) {
                return keys.isEmpty() ? Standing.NO_KEEPER : Standing.HAS_KEY;
            }
            if (told.keeper() == null) {
                return Standing.NO_KEEPER;
            }
            if (circle.trusts(told.keeper())) {
                return Standing.KEEPER_TO_HAND;
            }
            return digits().isPresent() ? Standing.TO_COMPARE : Standing.KEEPER_TO_ANSWER;
        }
    }

    /** What this phone and the keeper's both show when nobody has come between; empty until both have spoken. */
    public Optional<SixDigits> digits() {
        synchronized (log) {
            if (team == null || told == null || told.keeper() == null || hasTold()) {
                return Optional.empty();
            }
            Entry.KeyAsked asked = circle.asked(told.phone(), told.keeper());
            String answer = circle.answer();
            return asked == null || answer == null
                    ? Optional.empty()
                    : Optional.of(
                            new Handover(team, asked.phone(), sealKey(), told.keeper()).digits(asked.nonce(), answer));
        }
    }

    /**
     * The user has seen {@link #digits()} on the keeper's phone: from now on what that phone seals is believed. No
     * effect when there are none, or others than these by now.
     */
    public void confirmKeeper(SixDigits seen) {
        synchronized (log) {
            if (digits().filter(seen::equals).isPresent()) {
                log.record(new Entry.KeeperConfirmed(
                        Objects.requireNonNull(Objects.requireNonNull(told).keeper())
                                .text()));
            }
        }
    }

    /** The phones that wait for this phone, the keeper, to hand them the key; in the server's order. */
    public List<NewPhone> newPhones() {
        synchronized (log) {
            if (team == null || told == null || !hasTold()) {
                return List.of();
            }
            List<NewPhone> phones = new ArrayList<>();
            for (Wanted wanted : told.wanted()) {
                if (!circle.roster().containsKey(wanted.phone())) {
                    phones.add(new NewPhone(wanted.phone(), wanted.holder(), circle.digits(team, wanted, sealKey())));
                }
            }
            return phones;
        }
    }

    /**
     * The user has seen the same digits on that phone: it is handed the key at the next sync. No effect when it does
     * not wait, shows others than these by now, or brought a key that keeps no secret.
     */
    public void confirm(String phone, SixDigits seen) {
        synchronized (log) {
            if (newPhones().stream().anyMatch(each -> each.phone().equals(phone) && seen.equals(each.digits()))) {
                SortedMap<String, SealKey> roster = circle.roster();
                Objects.requireNonNull(told).wanted().stream()
                        .filter(wanted -> wanted.phone().equals(phone) && Sealing.isSound(wanted.sealKey()))
                        .forEach(wanted -> roster.put(phone, wanted.sealKey()));
                log.record(Circle.rosterEntry(roster));
            }
        }
    }

    /** What this phone and the server have to say to each other about the key. */
    public KeyTalk talk() {
        return new KeyTalk(log, random, this, circle);
    }

    /** Whether this phone has the key of the epoch that the server told last. */
    boolean hasTold() {
        return told != null && told.epoch() > 0 && newest == told.epoch();
    }

    @Nullable TeamKeyState told() {
        return told;
    }

    @Nullable String team() {
        return team;
    }

    int newest() {
        return newest;
    }

    /** All keys by epoch; a copy. */
    SortedMap<Integer, TeamKey> keys() {
        return new TreeMap<>(keys);
    }

    /** The key made last that did not yet come first. */
    @Nullable TeamKey made() {
        return made;
    }

    SealPair sealPair() {
        synchronized (log) {
            if (sealPair == null) {
                log.record(new Entry.SealKeyMade(SealPair.random(random).hex()));
            }
            return Objects.requireNonNull(sealPair);
        }
    }

    /** Changes the state as an entry says; for the journal's own use. */
    public void apply(Entry entry) {
        if (entry instanceof Entry.SealKeyMade pair) {
            sealPair = SealPair.of(pair.privateKey());
        } else if (entry instanceof Entry.TeamKeyMade candidate) {
            made = TeamKey.of(candidate.epoch(), candidate.key());
        } else if (entry instanceof Entry.TeamKeyKnown known) {
            keys.put(known.epoch(), TeamKey.of(known.epoch(), known.key()));
            newest = known.epoch();
        } else if (entry instanceof Entry.Enrolled enrolled && !enrolled.team().equals(team)) {
            team = enrolled.team();
            keys.clear();
            newest = 0;
            made = null;
            circle.forget();
        } else if (entry instanceof Entry.Pulled pulled) {
            TeamKeyState.read(pulled.record()).ifPresent(state -> told = state);
        } else if (entry instanceof Entry.Gone gone && gone.ids().contains(TeamKeyState.KIND)) {
            told = null;
        } else {
            circle.apply(entry);
        }
    }

    /** The entries that make this again; to be applied after those of the enrolment. */
    public List<Entry> compacted() {
        List<Entry> entries = new ArrayList<>();
        if (sealPair != null) {
            entries.add(new Entry.SealKeyMade(sealPair.hex()));
        }
        // The newest comes last, which makes it the newest again.
        keys.values().stream()
                .filter(key -> key.epoch() != newest)
                .forEach(key -> entries.add(new Entry.TeamKeyKnown(key.epoch(), key.hex())));
        current().ifPresent(key -> entries.add(new Entry.TeamKeyKnown(key.epoch(), key.hex())));
        if (made != null) {
            entries.add(new Entry.TeamKeyMade(made.epoch(), made.hex()));
        }
        entries.addAll(circle.compacted());
        return entries;
    }
}
