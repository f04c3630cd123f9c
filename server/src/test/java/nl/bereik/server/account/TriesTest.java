package nl.bereik.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.bereik.server.TestTime;
import nl.bereik.server.account.Tries.Source;
import org.junit.jupiter.api.Test;

class TriesTest {
    private static final String ATTACKER = "203.0.113.9";
    private static final String OFFICE = "192.0.2.1";

    private final TestTime time = new TestTime("2025-06-01T12:00:00Z");
    private final Tries tries = new Tries(time);

    @Test
    void guessingFromOneAddressBecomesSlow() {
        int tried = hammer(ATTACKER, Duration.ofHours(1));

        assertThat(tried).as("tries in an hour").isBetween(5, 20);
    }

    @Test
    void hammeringAnAccountKeepsItsKnownBrowserIn() {
        hammer(ATTACKER, Duration.ofMinutes(10));

        assertThat(tries.before(new Source("coordinator", ATTACKER, "known"))).isZero();
        assertThat(tries.before(new Source("coordinator", OFFICE, "known"))).isZero();
    }

    @Test
    void addressThatWasNotWrongYetNeedNotWaitForOthers() {
        for (int address = 0; address < 500; address++) {
            tries.before(new Source("coordinator", "198.51.100." + address, null));
        }

        assertThat(tries.before(new Source("coordinator", OFFICE, null))).isZero();
        assertThat(tries.before(new Source("coordinator", OFFICE, null))).isPositive();
    }

    @Test
    void knownBrowserThatGuessesBecomesSlowAsWell() {
        Source known = new Source("coordinator", OFFICE, "known");
        for (int i = 0; i < 4; i++) {
            assertThat(tries.before(known)).isZero();
        }

        assertThat(tries.before(known)).isPositive();
    }

    @Test
    void tryingManyNamesFromOneAddressBecomesSlow() {
        int tried = 0;
        for (int name = 0; name < 1000; name++) {
            tried += tries.before(new Source("name-" + name, ATTACKER, null)).isZero() ? 1 : 0;
        }

        assertThat(tried).isLessThanOrEqualTo(20);
        assertThat(tries.before(new Source("coordinator", OFFICE, null))).isZero();
    }

    @Test
    void rightTryForgetsTheWrongOnes() {
        Source source = new Source("coordinator", OFFICE, null);
        for (int i = 0; i < 3; i++) {
            tries.before(source);
        }
        tries.before(source);
        tries.right(source);

        assertThat(tries.before(source)).isZero();
    }

    @Test
    void whatIsRememberedIsBounded() {
        for (int i = 0; i < 60_000; i++) {
            tries.before(new Source("name-" + i, "address-" + i, null));
        }

        assertThat(tries.remembered()).isLessThanOrEqualTo(50_000);
    }

    /** @return how many tries were looked at */
    private int hammer(String address, Duration during) {
        int tried = 0;
        for (long second = 0; second < during.toSeconds(); second++) {
            tried += tries.before(new Source("coordinator", address, null)).isZero() ? 1 : 0;
            time.move(Duration.ofSeconds(1));
        }
        return tried;
    }
}
