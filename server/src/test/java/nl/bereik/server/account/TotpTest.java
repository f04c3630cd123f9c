package nl.bereik.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** The secret of RFC 6238's test vectors, "12345678901234567890", in base32. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, second / 30)).isEqualTo(code);
    }

    @Test
    void clockMayBeHalfAMinuteApartAndNoMore() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long current = now.getEpochSecond() / 30;
        for (long step = current - 3; step <= current + 3; step++) {
            boolean near = Math.abs(step - current) <= 1;
            assertThat(Totp.step(SECRET, Totp.code(SECRET, step), now, 0).isPresent())
                    .as("%s steps away", step - current)
                    .isEqualTo(near);
        }
    }

    @Test
    void usedCodeAndEarlierOnesAreNotGoodAgain() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long current = now.getEpochSecond() / 30;

        assertThat(Totp.step(SECRET, Totp.code(SECRET, current), now, current)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, current - 1), now, current))
                .isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, current + 1), now, current))
                .hasValue(current + 1);
    }

    @Test
    void everySecretIsAnother() {
        SecureRandom random = new SecureRandom();

        assertThat(Totp.secret(random)).hasSize(32).matches("[A-Z2-7]+").isNotEqualTo(Totp.secret(random));
    }
}
