package nl.bereik.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {
    @ParameterizedTest
    @CsvSource({
        "vier woorden achter elkaar, ''",
        "kort woord 1, ''",
        "elf teken 1, TOO_SHORT",
        "mijn worker wachtwoord, HOLDS_NAME",
        "Mijn WORKER wachtwoord, HOLDS_NAME",
        "Wachtwoord123, COMMON",
        "123wachtwoord!!!, COMMON",
        "welkomwelkom, COMMON",
        "aaaaaaaaaaaaaa, COMMON",
        "qwertyuiop12, COMMON",
        "ééééèèèèêêêê, COMMON"
    })
    void longAndNotTriedFirst(String password, String problem) {
        assertThat(PasswordRules.problem(password, "worker").map(Enum::name).orElse(""))
                .isEqualTo(problem.toUpperCase(Locale.ROOT));
    }
}
