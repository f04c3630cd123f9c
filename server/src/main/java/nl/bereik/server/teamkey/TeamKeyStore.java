package nl.bereik.server.teamkey;

import java.util.Map;
import nl.bereik.protocol.teamkey.TeamKeyState.Comparison;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What phones tell each other about their team's key; a port. Publishers error with StoreUnavailableException. */
interface TeamKeyStore {
    /** The newest epoch of a team; empty while there is none. */
    Mono<KeyEpoch> newest(String team);

    /**
     * Adds an epoch, in one step with what was sealed to phones. Of several for one number the first counts.
     *
     * @return whether this one counts: true also when the same key of the same phone is there already
     */
    Mono<Boolean> add(KeyEpoch epoch);

    /** Puts what was sealed to phones beside what is there of that epoch, in the place of what was sealed to them. */
    Mono<Void> hand(String team, int epoch, Map<String, KeyEpoch.Handed> handed);

    /** A phone's comparison with a keeper, as both have told it. */
    record Told(String team, String phone, String keeper, Comparison comparison) {}

    /** The comparisons of a team, in no order. */
    Flux<Told> comparisons(String team);

    /** Begins a comparison anew, in the place of the phone's earlier one; no effect when it is the same. */
    Mono<Void> ask(String team, String phone, String keeper, String commitment);

    /** Keeps the keeper's first answer to that commitment; no effect when it is no longer the phone's. */
    Mono<Void> answer(String phone, String commitment, String nonce);

    /** Keeps the nonce that the phone opens after it was answered; no effect when it was not. */
    Mono<Void> open(String phone, String commitment, String nonce);
}
