package nl.bereik.server.teamkey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.EntryCodec;
import nl.bereik.mobile.journal.EntryLog;
import nl.bereik.mobile.teamkey.KeyTalk;
import nl.bereik.mobile.teamkey.TeamKeys;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.teamkey.TeamKeyPost;
import nl.bereik.protocol.teamkey.TeamKeyReply;
import nl.bereik.protocol.teamkey.TeamKeyState;
import nl.bereik.server.install.Install;

/** A phone's real keys on a journal in memory, and what it and the real exchange have to say to each other. */
final class StoryPhone {
    static final String TEAM = "team";

    final String name;
    private final Random random;
    private final List<byte[]> journal = new ArrayList<>();
    private final EntryLog log = entries -> entries.forEach(this::write);
    private TeamKeys keys;

    StoryPhone(String name, long seed) {
        this.name = name;
        this.random = new Random(seed);
        this.keys = new TeamKeys(log, random);
        log.record(new Entry.Enrolled(name, TEAM, true));
    }

    private void write(Entry entry) {
        journal.add(EntryCodec.encode(entry));
        keys.apply(entry);
    }

    TeamKeys keys() {
        return keys;
    }

    Install install(Instant enrolledAt) {
        return new Install(
                name, TEAM, Json.readObject("{}"), null, enrolledAt, null, null, keys.sealKey(), null, false);
    }

    /** One sync, in which nobody comes between. */
    void sync(KeyExchange exchange, Install install) {
        sync(exchange, install, told -> told);
    }

    /** One sync, in which somebody changes what the phone is told. */
    void sync(KeyExchange exchange, Install install, UnaryOperator<TeamKeyState> between) {
        KeyTalk talk = keys.talk();
        for (int posts = 0; posts < 6; posts++) {
            pull(exchange, install, between);
            talk.takeOver();
            Optional<TeamKeyPost> post = talk.next();
            if (post.isEmpty()) {
                return;
            }
            TeamKeyPost sent = TeamKeyPost.decode(post.get().encode());
            talk.replied(
                    post.get(),
                    new TeamKeyReply(
                            Boolean.TRUE.equals(exchange.take(install, sent).block())));
        }
        pull(exchange, install, between);
        talk.takeOver();
    }

    /** A sync whose last reply is lost: the phone has said something and does not know what became of it. */
    void syncAndLoseTheReply(KeyExchange exchange, Install install) {
        KeyTalk talk = keys.talk();
        pull(exchange, install, told -> told);
        talk.takeOver();
        talk.next().ifPresent(post -> exchange.take(install, post).block());
    }

    private void pull(KeyExchange exchange, Install install, UnaryOperator<TeamKeyState> between) {
        TeamKeyState told = exchange.stateOf(install).blockOptional().orElseThrow();
        log.record(new Entry.Pulled(between.apply(told).record()));
    }

    /** The phone is closed and opened again. */
    void restart() {
        replay(List.copyOf(journal));
    }

    /** The journal is compacted, and the phone is closed and opened again. */
    void compact() {
        List<byte[]> compacted = new ArrayList<>();
        compacted.add(EntryCodec.encode(new Entry.Enrolled(name, TEAM, true)));
        keys.compacted().forEach(entry -> compacted.add(EntryCodec.encode(entry)));
        replay(compacted);
    }

    private void replay(List<byte[]> entries) {
        journal.clear();
        keys = new TeamKeys(log, random);
        entries.forEach(entry -> write(EntryCodec.decode(entry)));
    }
}
