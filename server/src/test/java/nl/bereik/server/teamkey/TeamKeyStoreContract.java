package nl.bereik.server.teamkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.protocol.teamkey.TeamKeyState.Comparison;
import nl.bereik.server.teamkey.KeyEpoch.Handed;
import nl.bereik.server.teamkey.TeamKeyStore.Told;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** What every {@link TeamKeyStore} must do. */
abstract class TeamKeyStoreContract {
    private static final SealKey FROM = SealKey.of(new byte[SealKey.KEY_BYTES]);
    private static final Handed HANDED = new Handed(FROM, "roster", "sealed");
    private static final KeyEpoch FIRST = new KeyEpoch("team", 1, "key", "phone-a", Map.of("phone-a", HANDED));

    abstract TeamKeyStore store();

    @Test
    void theHighestEpochIsTheNewest() {
        StepVerifier.create(store().newest("team")).verifyComplete();
        assertThat(store().add(FIRST).block()).isTrue();
        KeyEpoch tenth = new KeyEpoch("team", 10, "tenth", "phone-a", Map.of());
        store().add(tenth).block();
        store().add(new KeyEpoch("team", 9, "ninth", "phone-a", Map.of())).block();
        StepVerifier.create(store().newest("team")).expectNext(tenth).verifyComplete();
        StepVerifier.create(store().newest("other")).verifyComplete();
    }

    @Test
    void anEpochIsMadeOnceByOne() {
        assertThat(store().add(FIRST).block()).isTrue();
        assertThat(store().add(FIRST).block()).isTrue();
        assertThat(store().add(new KeyEpoch("team", 1, "other", "phone-a", Map.of()))
                        .block())
                .isFalse();
        assertThat(store().add(new KeyEpoch("team", 1, "key", "phone-b", Map.of()))
                        .block())
                .isFalse();
        StepVerifier.create(store().newest("team")).expectNext(FIRST).verifyComplete();
    }

    @Test
    void ofManyAtOnceOneMakesIt() {
        List<Boolean> counts = Flux.range(0, 40)
                .parallel(8)
                .runOn(Schedulers.boundedElastic())
                .flatMap(i -> store().add(new KeyEpoch("team", 1, "key" + i, "phone" + i, Map.of())))
                .sequential()
                .collectList()
                .blockOptional()
                .orElseThrow();
        assertThat(counts).filteredOn(counted -> counted).hasSize(1);
    }

    @Test
    void whatIsHandedStandsBesideTheRest() {
        store().add(FIRST).block();
        Handed again = new Handed(FROM, "roster-2", "sealed-2");
        store().hand("team", 1, Map.of("phone-b", HANDED, "phone-a", again)).block();
        store().hand("team", 2, Map.of("phone-c", HANDED)).block();
        store().hand("team", 1, Map.of()).block();
        assertThat(store().newest("team").blockOptional().orElseThrow().handed())
                .isEqualTo(Map.of("phone-a", again, "phone-b", HANDED));
    }

    @Test
    void aNonceIsOpenedAfterItWasAnsweredAndNeitherIsChanged() {
        store().ask("team", "phone", "keeper", "commitment").block();
        store().open("phone", "commitment", "too-early").block();
        store().answer("phone", "other", "not-for-this").block();
        store().answer("phone", "commitment", "answer").block();
        store().answer("phone", "commitment", "another").block();
        store().open("phone", "other", "not-for-this").block();
        store().open("phone", "commitment", "nonce").block();
        store().open("phone", "commitment", "another").block();
        store().ask("team", "phone", "keeper", "commitment").block();
        StepVerifier.create(store().comparisons("team"))
                .expectNext(new Told("team", "phone", "keeper", new Comparison("commitment", "answer", "nonce")))
                .verifyComplete();
        StepVerifier.create(store().comparisons("other")).verifyComplete();
    }

    @Test
    void whoAsksAnewBeginsAnew() {
        store().ask("team", "phone", "keeper", "commitment").block();
        store().answer("phone", "commitment", "answer").block();
        store().ask("team", "phone", "keeper", "fresh").block();
        StepVerifier.create(store().comparisons("team"))
                .expectNext(new Told("team", "phone", "keeper", new Comparison("fresh", null, null)))
                .verifyComplete();
    }
}
