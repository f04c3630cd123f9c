package nl.bereik.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.bereik.server.TestTime;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.account.AccountProperties.SecondStepFor;
import nl.bereik.server.account.PasswordSignIn.Outcome;
import nl.bereik.server.account.SecondSteps.SetUp;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.install.Teams;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class SecondStepsTest {
    private static final String NAME = "coordinator";
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String PASSWORD = "vier woorden achter elkaar";
    private static final String KNOWN = "known browser";

    private final TestTime time = new TestTime("2025-06-01T12:00:00Z");
    private final SecureRandom random = new SecureRandom();
    private final MemoryAccounts accounts = new MemoryAccounts();
    private final MemoryAuditTrail trail = new MemoryAuditTrail();
    private final Passwords passwords = new Passwords();
    private final Tries tries = new Tries(time);
    private final AccountProperties limits =
            new AccountProperties(SecondStepFor.OPTIONAL, Duration.ofMinutes(30), Duration.ofHours(12));
    private final People people = new People(new Teams(Map.of("north", List.of("a"))), limits);
    private final BrowserSessions sessions =
            new BrowserSessions(new MemorySessions(), accounts, people, limits, time, random);
    private final SecondSteps steps = new SecondSteps(
            accounts,
            sessions,
            new PasswordSignIn(accounts, passwords, tries, sessions, people, trail, random),
            new PasswordAgain(passwords, tries, trail),
            people,
            tries,
            trail,
            time,
            random);

    @BeforeEach
    void account() {
        accounts.add(new Account(NAME, "hash", false, Set.of(Role.COORDINATOR), Remit.EVERYWHERE)
                        .with(new SecondStep(SECRET, 0, Set.of()))
                        .knownFrom(Secrets.hash(KNOWN)))
                .block();
    }

    @AfterEach
    void stop() {
        passwords.destroy();
    }

    @Test
    void whoKnowsThePasswordAndHasManyAddressesGuessesNoMoreCodes() {
        int looked = 0;
        for (int i = 0; i < 500; i++) {
            looked += give("198.51." + i / 250 + "." + (1 + i % 250), "no code", null) instanceof Outcome.Wrong ? 1 : 0;
        }

        assertThat(looked).isLessThanOrEqualTo(5);
        assertThat(give("192.0.2.1", code(), KNOWN)).isInstanceOf(Outcome.Begun.class);
    }

    @Test
    void codesOnPaperHaveEnoughBitsForAPlainHash() {
        accounts.change(
                        NAME,
                        account -> account.withPassword(
                                String.valueOf(passwords.hash(PASSWORD).block()), false))
                .block();

        SetUp came = steps.setUp(exchange("192.0.2.1", null), person(), SECRET, code(), PASSWORD)
                .blockOptional()
                .orElseThrow();

        assertThat(came).isInstanceOfSatisfying(SetUp.Done.class, done -> {
            assertThat(done.paper()).hasSize(8).doesNotHaveDuplicates();
            for (String one : done.paper()) {
                double bits = one.replace("-", "").length() * 5;
                assertThat(one).matches("[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4})+");
                assertThat(bits).isGreaterThanOrEqualTo(112);
            }
            String typed = " " + done.paper().get(7).toUpperCase(Locale.ROOT);
            assertThat(give("192.0.2.1", typed, null)).isInstanceOf(Outcome.Begun.class);
            assertThat(give("192.0.2.1", typed, null)).isInstanceOf(Outcome.Wrong.class);
        });
    }

    @Test
    void shorterCodesThatAreOnPaperAlreadyAreStillGood() {
        accounts.change(
                        NAME,
                        account -> account.with(new SecondStep(SECRET, 0, Set.of(Secrets.hash("abcd-efgh-jkmn-pqrs")))))
                .block();

        assertThat(give("192.0.2.1", "abcd-efgh-jkmn-pqrs", null)).isInstanceOf(Outcome.Begun.class);
    }

    private Outcome give(String address, String code, @Nullable String browser) {
        return steps.give(exchange(address, browser), person(), code)
                .blockOptional()
                .orElseThrow();
    }

    private Person person() {
        return people.inSession(accounts.find(NAME).blockOptional().orElseThrow(), false);
    }

    private static MockServerWebExchange exchange(String address, @Nullable String browser) {
        MockServerHttpRequest.BaseBuilder<?> request =
                MockServerHttpRequest.get("/login/code").remoteAddress(new InetSocketAddress(address, 1234));
        if (browser != null) {
            request.cookie(new HttpCookie("browser", browser));
        }
        return MockServerWebExchange.from(request.build());
    }

    private String code() {
        return Totp.code(SECRET, time.instant().getEpochSecond() / 30);
    }
}
