package nl.bereik.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.bereik.protocol.care.AccountName;
import nl.bereik.server.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of accounts, and that needs can name them all. */
final class OrganisationMappingTest {
    private final OrganisationMapping mapping = new OrganisationMapping(new OrganisationProperties(
            null,
            "",
            "",
            null,
            "roles",
            Map.of("care", Set.of(Role.CASE_MANAGER)),
            Map.of(),
            List.of("care"),
            Duration.ZERO));

    private String name(String subject) {
        return mapping.account(Map.of("sub", subject, "roles", "care"))
                .orElseThrow()
                .name();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub-anja", "auth0|5f=", "x/Y+z=;%2F ..\\é", "=", "-", "Anja de Vries"})
    void aNeedCanNameAnyAccount(String subject) {
        assertThat(AccountName.fits(name(subject))).isTrue();
    }

    @Test
    void theLongestSubjectGivesTheLongestName() {
        assertThat(name("x".repeat(255))).hasSize(259);
        assertThat(name(" " + "x".repeat(254))).hasSize(AccountName.LONGEST);
        assertThat(name("é".repeat(127) + "x")).hasSize(AccountName.LONGEST);
        for (String longer : List.of("x".repeat(256), "é".repeat(128))) {
            assertThat(mapping.account(Map.of("sub", longer, "roles", "care"))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jo", "jo1@example.org", "zoë.de-vries_2", Account.COORDINATOR})
    void aNeedCanNameAnAccountMadeHere(String name) {
        assertThat(Account.isName(name)).isTrue();
        assertThat(AccountName.fits(name)).isTrue();
        assertThat(AccountName.fits("x".repeat(64))).isTrue();
    }
}
