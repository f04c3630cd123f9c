package nl.bereik.server.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** What every {@link CodeStore} must do. */
abstract class CodeStoreContract {
    private static final Instant NOW = Instant.parse("2025-06-01T10:00:00Z");

    abstract CodeStore store();

    @Test
    void knowsNoOtherCode() {
        StepVerifier.create(store().use("none", "phone", NOW)).verifyComplete();
    }

    @Test
    void isUsedByTheFirst() {
        store().add(new StoredCode("h", "team", "worker", NOW.plusSeconds(1), null))
                .block();
        StoredCode used = new StoredCode("h", "team", "worker", NOW.plusSeconds(1), "phone");
        assertThat(store().use("h", "phone", NOW).block()).isEqualTo(used);
        assertThat(store().use("h", "phone", NOW).block()).isEqualTo(used);
        assertThat(store().use("h", "other", NOW).block()).isEqualTo(used);
    }

    @Test
    void isNotUsedOnceItHasExpired() {
        store().add(new StoredCode("h", "team", null, NOW, null)).block();
        store().add(new StoredCode("forever", "team", null, null, null)).block();
        assertThat(store().use("h", "phone", NOW).blockOptional().orElseThrow().usedBy())
                .isNull();
        assertThat(store().use("forever", "phone", NOW)
                        .blockOptional()
                        .orElseThrow()
                        .usedBy())
                .isEqualTo("phone");
    }

    @Test
    void expiredCodesGoAndThoseGoodUntilUsedStay() {
        store().add(new StoredCode("old", "team", null, NOW.minusSeconds(1), null))
                .block();
        store().add(new StoredCode("new", "team", null, NOW, null)).block();
        store().add(new StoredCode("forever", "team", null, null, null)).block();

        assertThat(store().expiredBefore(NOW).block()).isEqualTo(1);
        assertThat(store().removeExpiredBefore(NOW).block()).isEqualTo(1);
        assertThat(store().removeExpiredBefore(NOW).block()).isZero();

        assertThat(store().use("old", "phone", NOW).block()).isNull();
        assertThat(store().use("new", "phone", NOW.minusSeconds(1)).block()).isNotNull();
        assertThat(store().use("forever", "phone", NOW).block()).isNotNull();
    }

    @Test
    void ofAHundredAtOnceOneGetsIt() {
        store().add(new StoredCode("h", "team", null, NOW.plusSeconds(600), null))
                .block();
        List<String> users = Flux.range(0, 100)
                .parallel(16)
                .runOn(Schedulers.boundedElastic())
                .flatMap(i -> store().use("h", "phone" + i, NOW).mapNotNull(StoredCode::usedBy))
                .sequential()
                .collectList()
                .blockOptional()
                .orElseThrow();
        assertThat(users).hasSize(100).containsOnly(users.get(0));
    }

    @Test
    void ofManyAtOnceOneGetsIt() {
        for (int round = 0; round < 20; round++) {
            String hash = "h" + round;
            store().add(new StoredCode(hash, "team", null, null, null)).block();
            List<String> users = Flux.fromStream(IntStream.range(0, 8).mapToObj(i -> "phone" + i))
                    .flatMap(phone -> store().use(hash, phone, NOW))
                    .mapNotNull(StoredCode::usedBy)
                    .distinct()
                    .collectList()
                    .block();
            assertThat(users).hasSize(1);
        }
    }
}
