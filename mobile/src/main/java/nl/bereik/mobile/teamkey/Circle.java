package nl.bereik.mobile.teamkey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.protocol.teamkey.Handover;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.protocol.teamkey.SixDigits;
import nl.bereik.protocol.teamkey.TeamKeyState.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * Whom this phone believes, and how far it is with those that it does not yet. Guarded by the log that it is kept in.
 */
final class Circle {
    private final SortedMap<String, SealKey> roster = new TreeMap<>();
    private final Map<String, Entry.PhoneAnswered> answered = new TreeMap<>();
    private @Nullable SealKey keeper;
    private Entry.@Nullable KeyAsked asked;
    private @Nullable String answer;

    /** The phones that share the team's key, as far as this phone knows; by phone. */
    SortedMap<String, SealKey> roster() {
        return new TreeMap<>(roster);
    }

    /** Whether what this key sealed is believed. */
    boolean trusts(SealKey from) {
        return from.equals(keeper) || roster.containsValue(from);
    }

    /** Whether the user has seen the digits of this keeper. */
    boolean hasConfirmed(SealKey aKeeper) {
        return aKeeper.equals(keeper);
    }

    /** What this phone asked last, if it asked that keeper. */
    Entry.@Nullable KeyAsked asked(String phone, SealKey aKeeper) {
        return asked != null && asked.phone().equals(phone) && asked.keeper().equals(aKeeper.text()) ? asked : null;
    }

    /** The keeper's answer to what this phone asked last; null while there is none. */
    @Nullable String answer() {
        return answer;
    }

    /** What this phone answered that one, if it asks with the same key and commitment still. */
    Entry.@Nullable PhoneAnswered answered(Wanted wanted) {
        Entry.PhoneAnswered there = answered.get(wanted.phone());
        return there != null
                        && wanted.comparison() != null
                        && there.sealKey().equals(wanted.sealKey().text())
                        && there.commitment().equals(wanted.comparison().commitment())
                ? there
                : null;
    }

    /** What this phone shows beside that one; null while that one has not opened its nonce, or if not soundly. */
    @Nullable SixDigits digits(String team, Wanted wanted, SealKey mine) {
        Entry.PhoneAnswered mineToIt = answered(wanted);
        String opened = wanted.comparison() == null ? null : wanted.comparison().opened();
        if (mineToIt == null || opened == null) {
            return null;
        }
        Handover handover = new Handover(team, wanted.phone(), wanted.sealKey(), mine);
        return handover.commitment(opened).equals(mineToIt.commitment())
                ? handover.digits(opened, mineToIt.nonce())
                : null;
    }

    void forget() {
        roster.clear();
        answered.clear();
        keeper = null;
        asked = null;
        answer = null;
    }

    void apply(Entry entry) {
        if (entry instanceof Entry.RosterKnown known) {
            roster.clear();
            known.sealKeys().forEach((phone, key) -> roster.put(phone, new SealKey(key)));
            answered.keySet().removeAll(roster.keySet());
        } else if (entry instanceof Entry.KeyAsked fresh) {
            asked = fresh;
            answer = null;
        } else if (entry instanceof Entry.KeeperAnswered told) {
            answer = told.nonce();
        } else if (entry instanceof Entry.KeeperConfirmed confirmed) {
            keeper = new SealKey(confirmed.keeper());
        } else if (entry instanceof Entry.PhoneAnswered told) {
            answered.put(told.phone(), told);
        }
    }

    List<Entry> compacted() {
        List<Entry> entries = new ArrayList<>();
        if (!roster.isEmpty()) {
            entries.add(rosterEntry(roster));
        }
        if (keeper != null) {
            entries.add(new Entry.KeeperConfirmed(keeper.text()));
        }
        if (asked != null) {
            entries.add(asked);
        }
        if (answer != null) {
            entries.add(new Entry.KeeperAnswered(answer));
        }
        entries.addAll(answered.values());
        return entries;
    }

    static Entry.RosterKnown rosterEntry(SortedMap<String, SealKey> roster) {
        SortedMap<String, String> texts = new TreeMap<>();
        roster.forEach((phone, key) -> texts.put(phone, key.text()));
        return new Entry.RosterKnown(texts);
    }
}
