package nl.bereik.server.wipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every {@link WipeOrders} must do. */
abstract class WipeOrdersContract {
    private static final Instant NOON = Instant.parse("2025-06-01T10:00:00Z");
    private static final WipeOrder ORDER = new WipeOrder("phone", "token", NOON, null);

    abstract WipeOrders store();

    @Test
    void keepsTheFirstOrderToAPhone() {
        StepVerifier.create(store().find("phone")).verifyComplete();
        store().add(ORDER).block();
        store().add(new WipeOrder("phone", "another", NOON.plusSeconds(1), null))
                .block();
        StepVerifier.create(store().find("phone")).expectNext(ORDER).verifyComplete();
        store().add(new WipeOrder("other", "its", NOON, null)).block();
        assertThat(store().all().map(WipeOrder::phone).collectList().block())
                .containsExactlyInAnyOrder("phone", "other");
    }

    @Test
    void onlyTheRightTokenConfirmsAndTheFirstTimeStays() {
        store().add(ORDER).block();
        assertThat(store().confirm("phone", "wrong", NOON).block()).isFalse();
        assertThat(store().confirm("nobody", "token", NOON).block()).isFalse();
        StepVerifier.create(store().find("phone")).expectNext(ORDER).verifyComplete();
        assertThat(store().confirm("phone", "token", NOON.plusSeconds(5)).block())
                .isTrue();
        assertThat(store().confirm("phone", "token", NOON.plusSeconds(9)).block())
                .isTrue();
        StepVerifier.create(store().find("phone"))
                .expectNext(new WipeOrder("phone", "token", NOON, NOON.plusSeconds(5)))
                .verifyComplete();
    }
}
