package nl.bereik.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.TestTime;
import org.junit.jupiter.api.Test;

final class TriesTest {
    private final TestTime time = new TestTime("2025-06-01T12:00:00Z");
    private final Tries tries = new Tries(3, Duration.ofSeconds(10), time);

    @Test
    void soManyAtOnceAndThenOnePerTime() {
        take(3);
        full(Duration.ofSeconds(10));
        time.move(Duration.ofSeconds(4));
        full(Duration.ofSeconds(6));
        time.move(Duration.ofSeconds(6));
        take(1);
        full(Duration.ofSeconds(10));
        time.move(Duration.ofHours(1));
        take(3);
        full(Duration.ofSeconds(10));
    }

    @Test
    void refusedTriesDoNotLengthenTheWait() {
        take(3);
        for (int i = 0; i < 100; i++) {
            full(Duration.ofSeconds(10));
        }
        time.move(Duration.ofSeconds(10));
        take(1);
    }

    @Test
    void whatDidNotFailIsGivenBack() {
        for (int i = 0; i < 100; i++) {
            tries.take("a");
            tries.giveBack("a");
        }
        take(3);
    }

    @Test
    void oneDoesNotKeepOthersOut() {
        take(3);
        tries.take("b");
    }

    @Test
    void anIpv6AddressStandsForItsNetwork() throws UnknownHostException {
        assertThat(Tries.network(InetAddress.getByName("2001:db8:1:2:3:4:5:6")))
                .isEqualTo(Tries.network(InetAddress.getByName("2001:db8:1:2::1")))
                .isNotEqualTo(Tries.network(InetAddress.getByName("2001:db8:1:3::1")));
        assertThat(Tries.network(InetAddress.getByName("192.0.2.1")))
                .isNotEqualTo(Tries.network(InetAddress.getByName("192.0.2.2")));
    }

    private void take(int count) {
        for (int i = 0; i < count; i++) {
            tries.take("a");
        }
    }

    private void full(Duration wait) {
        assertThatThrownBy(() -> tries.take("a")).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_REQUESTS);
            assertThat(refused.retryAfter()).isEqualTo(wait);
        });
    }
}
