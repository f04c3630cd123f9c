package nl.bereik.protocol.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentCodeTest {

    @Test
    void whatIsShownCanBeTyped() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            EnrolmentCode code = EnrolmentCode.random(random);
            assertThat(code.display()).hasSize(11).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
            assertThat(EnrolmentCode.parse(code.display())).isEqualTo(code);
            assertThat(EnrolmentCode.parse(" " + code.display().toLowerCase(Locale.ROOT) + " "))
                    .isEqualTo(code);
        }
    }

    @Test
    void lookAlikesAreTakenForWhatIsMeant() {
        assertThat(EnrolmentCode.parse("oIl0O-abcde")).isEqualTo(new EnrolmentCode("01100ABCDE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABCDE", "ABCDE-1234U", "ABCDE-123456", "ABCDE-1234é"})
    void refusesWhatCannotBeACode(String typed) {
        assertThatThrownBy(() -> EnrolmentCode.parse(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverShowsInALog() {
        assertThat(new EnrolmentCode("01100ABCDE").toString()).doesNotContain("01100");
    }
}
