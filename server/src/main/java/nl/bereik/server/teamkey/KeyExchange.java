package nl.bereik.server.teamkey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.teamkey.TeamKeyPost;
import nl.bereik.protocol.teamkey.TeamKeyState;
import nl.bereik.protocol.teamkey.TeamKeyState.Comparison;
import nl.bereik.protocol.teamkey.TeamKeyState.Envelope;
import nl.bereik.protocol.teamkey.TeamKeyState.Wanted;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import nl.bereik.server.teamkey.TeamKeyStore.Told;
import nl.bereik.server.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries the team's key from phone to phone. What it tells a phone is what that phone must check for itself; what it
 * decides is only who is asked to do what. See decision 0011.
 */
@Component
final class KeyExchange {
    /** By how many epochs a phone may be ahead of a server that was restored from a backup. */
    private static final int MOST_AHEAD = 1000;

    private final TeamKeyStore store;
    private final Installs installs;
    private final Coordinators coordinators;
    private final AuditTrail audit;

    KeyExchange(TeamKeyStore store, Installs installs, Coordinators coordinators, AuditTrail audit) {
        this.store = store;
        this.installs = installs;
        this.coordinators = coordinators;
        this.audit = audit;
    }

    /** A team's circle and its keeper. @param keeper null while nobody has the newest key */
    private record Situation(TeamCircle circle, @Nullable Install keeper, Map<String, Told> comparisons) {
        boolean keeps(String phone) {
            return keeper != null && keeper.id().equals(phone);
        }
    }

    /** What a phone is told. Never empty. Errors with StoreUnavailableException. */
    Mono<TeamKeyState> stateOf(Install install) {
        String phone = install.phone();
        return situation(install.team()).map(now -> {
            TeamCircle circle = now.circle();
            Install keeper = now.keeper();
            boolean keeps = now.keeps(phone);
            boolean known = circle.keyOf(phone) != null;
            KeyEpoch.Handed handed =
                    circle.newest() == null ? null : circle.newest().handed().get(phone);
            return new TeamKeyState(
                    phone,
                    circle.keyOf(phone),
                    circle.epoch(),
                    known ? circle.make(phone, keeper).orElse(null) : null,
                    keeper == null ? null : keeper.sealKey(),
                    comparison(now, phone),
                    handed == null ? null : new Envelope(circle.epoch(), handed.from(), handed.sealed()),
                    keeps ? List.copyOf(circle.active().keySet()) : List.of(),
                    keeps ? circle.rosters() : Map.of(),
                    keeps ? wanted(now) : List.of());
        });
    }

    /**
     * Takes in what a phone says; again the same changes nothing.
     *
     * @return whether what it handed counts. Errors with {@link RefusedException} WRONG_TYPE naming the part that is
     *     unsound, and with StoreUnavailableException
     */
    Mono<Boolean> take(Install install, TeamKeyPost post) {
        String phone = install.phone();
        Mono<Void> registered = post.sealKey() == null ? Mono.empty() : installs.sealTo(phone, post.sealKey());
        return registered.then(Mono.defer(() -> situation(install.team()))).flatMap(now -> asked(now, install, post)
                .then(answered(now, phone, post))
                .then(Mono.defer(() -> handed(now, install, post))));
    }

    private Mono<Situation> situation(String team) {
        return Mono.zip(
                        installs.ofTeam(team).collectList(),
                        store.newest(team).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        store.comparisons(team).collectMap(Told::phone, Function.identity()))
                .flatMap(read -> {
                    TeamCircle circle = TeamCircle.of(read.getT1(), read.getT2().orElse(null));
                    return coordinators
                            .firstOf(circle.holders())
                            .map(Optional::of)
                            .defaultIfEmpty(Optional.empty())
                            .map(keeper -> new Situation(circle, keeper.orElse(null), read.getT3()));
                });
    }

    private static @Nullable Comparison comparison(Situation now, String phone) {
        Told told = now.comparisons().get(phone);
        return told != null && now.keeps(told.keeper()) ? told.comparison() : null;
    }

    private static List<Wanted> wanted(Situation now) {
        return now.circle().waiting().stream()
                .map(waiting -> new Wanted(
                        waiting.id(),
                        Objects.requireNonNull(waiting.sealKey()),
                        waiting.holder(),
                        comparison(now, waiting.id())))
                .toList();
    }

    private Mono<Void> asked(Situation now, Install install, TeamKeyPost post) {
        TeamKeyPost.Asked asked = post.asked();
        if (asked == null || now.keeper() == null) {
            return Mono.empty();
        }
        String phone = install.phone();
        Mono<Void> ask = store.ask(install.team(), phone, now.keeper().id(), asked.commitment());
        return asked.opened() == null ? ask : ask.then(store.open(phone, asked.commitment(), asked.opened()));
    }

    private Mono<Void> answered(Situation now, String phone, TeamKeyPost post) {
        return now.keeps(phone)
                ? Flux.fromIterable(post.answers())
                        .filter(answer -> now.circle().active().containsKey(answer.phone()))
                        .concatMap(answer -> store.answer(answer.phone(), answer.commitment(), answer.nonce()))
                        .then()
                : Mono.empty();
    }

    private Mono<Boolean> handed(Situation now, Install install, TeamKeyPost post) {
        TeamKeyPost.Handed handed = post.handed();
        if (handed == null) {
            return Mono.just(true);
        }
        if (handed.envelopes().size() > TeamKeyPost.MAX_ENVELOPES) {
            return Mono.error(new RefusedException(Reason.WRONG_TYPE, "envelopes"));
        }
        TeamCircle circle = now.circle();
        KeyEpoch newest = circle.newest();
        Install sender = circle.active().get(install.phone());
        if (sender == null || sender.sealKey() == null) {
            return Mono.just(false);
        }
        Map<String, KeyEpoch.Handed> envelopes = new HashMap<>();
        handed.envelopes().forEach((phone, text) -> {
            if (circle.active().containsKey(phone)) {
                envelopes.put(phone, new KeyEpoch.Handed(sender.sealKey(), handed.roster(), text));
            }
        });
        if (newest != null && newest.epoch() == handed.epoch()) {
            boolean may = newest.keyId().equals(handed.keyId())
                    && (now.keeps(sender.id()) || newest.by().equals(sender.id()));
            return may ? hand(install, newest, envelopes) : Mono.just(false);
        }
        boolean mayMake = circle.make(sender.id(), now.keeper()).isPresent() || now.keeps(sender.id());
        if (!mayMake || !follows(handed.epoch(), circle.epoch()) || !envelopes.containsKey(sender.id())) {
            return Mono.just(false);
        }
        AuditAct act = newest == null ? AuditAct.KEY_MADE : AuditAct.KEY_ROTATED;
        return audit.note(AuditTrail.phone(install.id()), act, install.team())
                .then(Mono.defer(() -> store.add(
                        new KeyEpoch(install.team(), handed.epoch(), handed.keyId(), sender.id(), envelopes))));
    }

    /** Not by so much that no number is left for those who make the key anew. */
    private static boolean follows(int epoch, int newest) {
        return epoch > newest && epoch - newest <= MOST_AHEAD;
    }

    private Mono<Boolean> hand(Install install, KeyEpoch newest, Map<String, KeyEpoch.Handed> envelopes) {
        return Flux.fromIterable(envelopes.keySet().stream()
                        .filter(phone -> !newest.handed().containsKey(phone))
                        .sorted()
                        .collect(Collectors.toList()))
                .concatMap(phone -> audit.note(AuditTrail.phone(install.id()), AuditAct.KEY_HANDED, phone))
                .then(Mono.defer(() -> store.hand(newest.team(), newest.epoch(), envelopes)))
                .thenReturn(true);
    }
}
