package nl.bereik.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import nl.bereik.server.account.PasswordRules.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    @ParameterizedTest
    @CsvSource({
        "vier woorden achter elkaar, ''",
        "kort woord 1, ''",
        "elf teken 1, TOO_SHORT",
        "mijn worker wachtwoord, HOLDS_NAME",
        "Mijn WORKER wachtwoord, HOLDS_NAME",
        "Wachtwoord123, GUESSABLE",
        "123wachtwoord!!!, GUESSABLE",
        "welkomwelkom, GUESSABLE",
        "aaaaaaaaaaaaaa, GUESSABLE",
        "qwertyuiop12, GUESSABLE",
        "ééééèèèèêêêê, GUESSABLE"
    })
    void longAndNotTriedFirst(String password, String problem) {
        assertThat(PasswordRules.problem(password, "worker").map(Enum::name).orElse(""))
                .isEqualTo(problem.toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iloveyou1234",
                "unbelievable",
                "Password1234!",
                "P@ssw0rd12345",
                "letmein12345",
                "zaq12wsxcde3",
                "q1w2e3r4t5y6",
                "asdfghjkl123",
                "monkey123456",
                "superman12345",
                "hallohallohallo",
                "Welkom2024!!",
                "voetbal12345"
            })
    void wellKnownOnesAreRefused(String password) {
        assertThat(PasswordRules.problem(password, "somebody")).contains(Problem.GUESSABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trouwe fiets zonder bel",
                "natte jas aan kapstok",
                "blauwe lepel op tafel",
                "groene trein naar zee",
                "zondag soep met brood",
                "lantaarnvijlkoekboot",
                "paper ladder cloud onion"
            })
    void fourWordsAreGood(String password) {
        assertThat(PasswordRules.problem(password, "somebody")).isEmpty();
    }

    @Test
    void theNameInDisguiseIsRefused() {
        assertThat(PasswordRules.problem("jvdb3rg-h33z3n", "jvdberg-heezen")).contains(Problem.GUESSABLE);
        assertThat(PasswordRules.problem("jvdb3rg-h33z3n", "somebody")).isEmpty();
    }

    @Test
    void aLongOneIsJudgedByItsBeginning() {
        assertThat(PasswordRules.problem("qwerty123456".repeat(21), "somebody")).contains(Problem.GUESSABLE);
        assertThat(PasswordRules.problem("trouwe fiets zonder bel ".repeat(10), "somebody"))
                .isEmpty();
    }
}
