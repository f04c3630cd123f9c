package nl.bereik.server.teamkey;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import nl.bereik.protocol.teamkey.TeamKeyState.Comparison;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What phones tell each other, in memory. */
public final class MemoryTeamKeyStore implements TeamKeyStore {
    private final Map<String, TreeMap<Integer, KeyEpoch>> epochs = new HashMap<>();
    private final Map<String, Told> told = new TreeMap<>();

    @Override
    public Mono<KeyEpoch> newest(String team) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                TreeMap<Integer, KeyEpoch> ofTeam = epochs.get(team);
                return ofTeam == null ? null : ofTeam.lastEntry().getValue();
            }
        });
    }

    @Override
    public Mono<Boolean> add(KeyEpoch epoch) {
        return Mono.fromSupplier(() -> {
            synchronized (this) {
                KeyEpoch there = epochs.computeIfAbsent(epoch.team(), team -> new TreeMap<>())
                        .putIfAbsent(epoch.epoch(), epoch);
                return there == null
                        || (there.keyId().equals(epoch.keyId()) && there.by().equals(epoch.by()));
            }
        });
    }

    @Override
    public Mono<Void> hand(String team, int epoch, Map<String, KeyEpoch.Handed> handed) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                TreeMap<Integer, KeyEpoch> ofTeam = epochs.get(team);
                if (ofTeam != null) {
                    ofTeam.computeIfPresent(epoch, (same, there) -> {
                        Map<String, KeyEpoch.Handed> all = new HashMap<>(there.handed());
                        all.putAll(handed);
                        return new KeyEpoch(team, epoch, there.keyId(), there.by(), all);
                    });
                }
            }
        });
    }

    @Override
    public Flux<Told> comparisons(String team) {
        return Flux.defer(() -> {
            synchronized (this) {
                return Flux.fromIterable(told.values().stream()
                        .filter(each -> each.team().equals(team))
                        .toList());
            }
        });
    }

    @Override
    public Mono<Void> ask(String team, String phone, String keeper, String commitment) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                Told there = told.get(phone);
                if (there == null || !there.comparison().commitment().equals(commitment)) {
                    told.put(phone, new Told(team, phone, keeper, new Comparison(commitment, null, null)));
                }
            }
        });
    }

    @Override
    public Mono<Void> answer(String phone, String commitment, String nonce) {
        return change(phone, commitment, now -> now.answer() == null ? new Comparison(commitment, nonce, null) : now);
    }

    @Override
    public Mono<Void> open(String phone, String commitment, String nonce) {
        return change(
                phone,
                commitment,
                now -> now.answer() != null && now.opened() == null
                        ? new Comparison(commitment, now.answer(), nonce)
                        : now);
    }

    private Mono<Void> change(String phone, String commitment, UnaryOperator<Comparison> change) {
        return Mono.fromRunnable(() -> {
            synchronized (this) {
                told.computeIfPresent(
                        phone,
                        (same, there) -> there.comparison().commitment().equals(commitment)
                                ? new Told(there.team(), phone, there.keeper(), change.apply(there.comparison()))
                                : there);
            }
        });
    }
}
