package nl.bereik.mobile.teamkey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.EntryLog;
import nl.bereik.protocol.teamkey.Handover;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.protocol.teamkey.TeamKeyPost;
import nl.bereik.protocol.teamkey.TeamKeyPost.Answer;
import nl.bereik.protocol.teamkey.TeamKeyPost.Asked;
import nl.bereik.protocol.teamkey.TeamKeyPost.Handed;
import nl.bereik.protocol.teamkey.TeamKeyReply;
import nl.bereik.protocol.teamkey.TeamKeyState;
import nl.bereik.protocol.teamkey.TeamKeyState.Comparison;
import nl.bereik.protocol.teamkey.TeamKeyState.Envelope;
import nl.bereik.protocol.teamkey.TeamKeyState.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * This phone's side of the talk about the team's key, in one sync: takes over what was sealed to it, and says what is
 * left to say. All that must not be said twice differently is durable before it is said.
 */
public final class KeyTalk {
    private final EntryLog log;
    private final RandomGenerator random;
    private final TeamKeys keys;
    private final Circle circle;
    private SortedMap<String, SealKey> handedRoster = new TreeMap<>();

    KeyTalk(EntryLog log, RandomGenerator random, TeamKeys keys, Circle circle) {
        this.log = log;
        this.random = random;
        this.keys = keys;
        this.circle = circle;
    }

    /**
     * Opens what was sealed to this phone, if it was by a phone that it believes and is not older than what it has;
     * anything else is passed over. Taking over the same again changes nothing.
     */
    public void takeOver() {
        synchronized (log) {
            TeamKeyState told = keys.told();
            String team = keys.team();
            Envelope envelope = told == null ? null : told.envelope();
            if (told == null || team == null || envelope == null || envelope.epoch() < keys.newest()) {
                return;
            }
            SealKey mine = keys.sealKey();
            if (!envelope.from().equals(mine) && !circle.trusts(envelope.from())) {
                return;
            }
            try {
                take(
                        Sealing.open(
                                envelope.sealed(),
                                envelope.from(),
                                keys.sealPair(),
                                new Sealing.Binding(team, envelope.epoch(), told.phone())),
                        envelope.epoch());
            } catch (IllegalArgumentException e) {
                // Not what it says it is: whoever put it there, it is not the team's key.
            }
        }
    }

    private void take(Payload payload, int epoch) {
        if (payload.newest().epoch() != epoch) {
            throw new IllegalArgumentException("sealed under another epoch");
        }
        List<Entry> entries = new ArrayList<>();
        SortedMap<Integer, TeamKey> known = keys.keys();
        payload.keys().values().stream()
                .filter(key -> key.epoch() != epoch && !key.equals(known.get(key.epoch())))
                .forEach(key -> entries.add(new Entry.TeamKeyKnown(key.epoch(), key.hex())));
        TeamKey newest = payload.newest();
        if (!entries.isEmpty() || keys.newest() != epoch || !newest.equals(known.get(epoch))) {
            entries.add(new Entry.TeamKeyKnown(epoch, newest.hex()));
        }
        SortedMap<String, SealKey> roster = new TreeMap<>(payload.roster());
        if (keys.newest() == epoch) {
            // An older envelope of this epoch may be shown again: it takes nobody out.
            roster.putAll(circle.roster());
        }
        if (!roster.equals(circle.roster())) {
            entries.add(Circle.rosterEntry(roster));
        }
        if (!entries.isEmpty()) {
            log.record(entries);
        }
    }

    /** What this phone has to say next; empty when there is nothing. */
    public Optional<TeamKeyPost> next() {
        synchronized (log) {
            TeamKeyState told = keys.told();
            String team = keys.team();
            if (told == null || team == null) {
                return Optional.empty();
            }
            SealKey mine = keys.sealKey();
            if (told.sealKey() == null) {
                return Optional.of(new TeamKeyPost(mine, null, null, List.of()));
            }
            if (!told.sealKey().equals(mine)) {
                return Optional.empty();
            }
            if (told.make() != null) {
                return Optional.of(
                        told.make() > keys.newest()
                                ? made(told, team, told.make(), mine)
                                : claimed(told, team, keys.keys(), mine));
            }
            if (mine.equals(told.keeper()) && keys.newest() > told.epoch()) {
                // The server forgot an epoch: it was restored from a backup.
                return Optional.of(claimed(told, team, keys.keys(), mine));
            }
            if (!keys.hasTold()) {
                return ask(told, team, mine);
            }
            return mine.equals(told.keeper()) ? keep(told, team) : Optional.empty();
        }
    }

    /** Takes in what the server said to that post. */
    public void replied(TeamKeyPost post, TeamKeyReply reply) {
        synchronized (log) {
            TeamKey made = keys.made();
            Handed handed = post.handed();
            if (handed == null || !reply.taken() || handedRoster.isEmpty()) {
                return;
            }
            List<Entry> entries = new ArrayList<>();
            if (made != null && made.epoch() == handed.epoch() && keys.newest() < made.epoch()) {
                entries.add(new Entry.TeamKeyKnown(made.epoch(), made.hex()));
            }
            if (!handedRoster.equals(circle.roster())) {
                entries.add(Circle.rosterEntry(handedRoster));
            }
            handedRoster = new TreeMap<>();
            if (!entries.isEmpty()) {
                log.record(entries);
            }
        }
    }

    private TeamKeyPost made(TeamKeyState told, String team, int epoch, SealKey mine) {
        if (keys.made() == null || keys.made().epoch() != epoch) {
            TeamKey fresh = TeamKey.random(epoch, random);
            log.record(new Entry.TeamKeyMade(epoch, fresh.hex()));
        }
        SortedMap<Integer, TeamKey> all = keys.keys();
        all.put(epoch, Objects.requireNonNull(keys.made()));
        return claimed(told, team, all, mine);
    }

    private TeamKeyPost claimed(TeamKeyState told, String team, SortedMap<Integer, TeamKey> all, SealKey mine) {
        SortedMap<String, SealKey> roster = circle.roster();
        roster.keySet().retainAll(told.active());
        roster.put(told.phone(), mine);
        handedRoster = roster;
        // Its own comes first, so that a lost reply costs nothing.
        List<String> others = roster.keySet().stream()
                .filter(phone -> !phone.equals(told.phone()))
                .toList();
        List<String> to = new ArrayList<>(List.of(told.phone()));
        to.addAll(others);
        return envelopesOf(new Payload(all, roster), team, to);
    }

    private Optional<TeamKeyPost> ask(TeamKeyState told, String team, SealKey mine) {
        SealKey keeper = told.keeper();
        if (keeper == null || keeper.equals(mine) || circle.trusts(keeper)) {
            return Optional.empty();
        }
        Entry.KeyAsked asked = circle.asked(told.phone(), keeper);
        Handover handover = new Handover(team, told.phone(), mine, keeper);
        Comparison ours = asked == null ? null : sameAs(told.comparison(), handover.commitment(asked.nonce()));
        String answer = circle.answer();
        if (asked == null || (answer != null && (ours == null || !answer.equals(ours.answer())))) {
            // Whoever is answered twice, and differently, never opens the same nonce twice.
            asked = new Entry.KeyAsked(told.phone(), keeper.text(), Handover.nonce(random));
            log.record(asked);
            ours = null;
        }
        if (ours != null && ours.answer() != null && circle.answer() == null) {
            log.record(new Entry.KeeperAnswered(ours.answer()));
        }
        boolean open = circle.answer() != null;
        if (ours != null && (!open || ours.opened() != null)) {
            return Optional.empty();
        }
        return Optional.of(new TeamKeyPost(
                null, null, new Asked(handover.commitment(asked.nonce()), open ? asked.nonce() : null), List.of()));
    }

    private static @Nullable Comparison sameAs(@Nullable Comparison there, String commitment) {
        return there != null && there.commitment().equals(commitment) ? there : null;
    }

    private Optional<TeamKeyPost> keep(TeamKeyState told, String team) {
        List<Answer> answers = new ArrayList<>();
        for (Wanted wanted : told.wanted()) {
            Answer answer = circle.roster().containsKey(wanted.phone()) ? null : answer(wanted);
            if (answer != null) {
                answers.add(answer);
            }
        }
        SortedMap<String, SealKey> roster = circle.roster();
        String rosterId = Payload.idOf(roster);
        List<String> behind = told.active().stream()
                .filter(phone -> roster.containsKey(phone)
                        && !rosterId.equals(told.holders().get(phone)))
                .toList();
        if (behind.isEmpty()) {
            return answers.isEmpty() ? Optional.empty() : Optional.of(new TeamKeyPost(null, null, null, answers));
        }
        TeamKeyPost handing = envelopesOf(new Payload(keys.keys(), roster), team, behind);
        return Optional.of(new TeamKeyPost(null, handing.handed(), null, answers));
    }

    private @Nullable Answer answer(Wanted wanted) {
        Comparison there = wanted.comparison();
        if (there == null) {
            return null;
        }
        Entry.PhoneAnswered mine = circle.answered(wanted);
        if (mine == null) {
            mine = new Entry.PhoneAnswered(
                    wanted.phone(), wanted.sealKey().text(), there.commitment(), Handover.nonce(random));
            log.record(mine);
        }
        return there.answer() == null ? new Answer(wanted.phone(), there.commitment(), mine.nonce()) : null;
    }

    private TeamKeyPost envelopesOf(Payload payload, String team, List<String> phones) {
        Map<String, String> envelopes = new TreeMap<>();
        int epoch = payload.newest().epoch();
        for (String phone : phones.subList(0, Math.min(TeamKeyPost.MAX_ENVELOPES, phones.size()))) {
            SealKey to = Objects.requireNonNull(payload.roster().get(phone));
            envelopes.put(phone, Sealing.seal(payload, keys.sealPair(), to, new Sealing.Binding(team, epoch, phone)));
        }
        String roster = Payload.idOf(payload.roster());
        return new TeamKeyPost(null, new Handed(epoch, payload.newest().id(), roster, envelopes), null, List.of());
    }
}
