package nl.bereik.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.bereik.server.TestTime;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Scope;
import nl.bereik.server.access.Standing;
import nl.bereik.server.account.AccountProperties.SecondStepFor;
import nl.bereik.server.install.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class BrowserSessionsTest {
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final String HTTP = "http://bereik.example/figures";
    private static final String HTTPS = "https://bereik.example/figures";

    private final TestTime time = new TestTime("2025-06-01T12:00:00Z");
    private final MemorySessions store = new MemorySessions();
    private final MemoryAccounts accounts = new MemoryAccounts();
    private final Teams teams = new Teams(Map.of("north", List.of("a", "b"), "south", List.of("c")));

    @BeforeEach
    void account() {
        accounts.add(new Account(
                        "worker", "hash", false, Set.of(Role.WORKER), new Remit(false, Set.of("north"), Set.of("c"))))
                .block();
    }

    @Test
    void personIsTheAccountAsItIsNow() {
        ResponseCookie cookie = begin(HTTP);
        assertThat(who(cookie))
                .contains(new Person("worker", Set.of(Role.WORKER), Scope.of(List.of("a", "b", "c")), Standing.FULL));

        change(account -> account.with(Set.of(Role.VIEWER), Remit.ofTeams(Set.of("c"))));

        assertThat(who(cookie))
                .contains(new Person("worker", Set.of(Role.VIEWER), Scope.of(List.of("c")), Standing.FULL));
    }

    @Test
    void whatEndsSessionsHoldsFromTheNextRequestOn() {
        for (UnaryOperator<Account> how : List.<UnaryOperator<Account>>of(
                account -> account.withPassword("other", false),
                account -> account.disabled(true),
                account -> account.disabled(false),
                Account::signedOutEverywhere)) {
            ResponseCookie cookie = begin(HTTP);
            change(how);
            assertThat(who(cookie)).isEmpty();
        }
    }

    @Test
    void endsWhenNothingIsDone() {
        ResponseCookie cookie = begin(HTTP);
        time.move(IDLE.minusSeconds(1));
        assertThat(who(cookie)).isPresent();
        time.move(IDLE.minusSeconds(1));
        assertThat(who(cookie)).isPresent();
        time.move(IDLE);
        assertThat(who(cookie)).isEmpty();
        assertThat(store.count()).isZero();
    }

    @Test
    void endsInTheEndWhateverIsDone() {
        ResponseCookie cookie = begin(HTTP);
        for (Duration passed = Duration.ZERO;
                passed.plusMinutes(20).compareTo(LONGEST) < 0;
                passed = passed.plusMinutes(20)) {
            assertThat(who(cookie)).isPresent();
            time.move(Duration.ofMinutes(20));
        }
        time.move(Duration.ofMinutes(20));
        assertThat(who(cookie)).isEmpty();
    }

    @Test
    void pageThatAsksByItselfKeepsNobodySignedIn() {
        ResponseCookie cookie = begin(HTTP);
        for (int minute = 0; minute < 29; minute += 5) {
            time.move(Duration.ofMinutes(5));
            assertThat(who(cookie, "X-Part", "figures")).isEqualTo(who(cookie, "Accept", "text/event-stream"));
        }

        assertThat(who(cookie)).isEmpty();
    }

    @Test
    void signingInAgainLeavesNothingOfTheOldSession() {
        ResponseCookie first = begin(HTTP);
        MockServerWebExchange exchange = exchange(HTTP, first);
        sessions().begin(exchange, now(), true).block();

        assertThat(who(first)).isEmpty();
        assertThat(exchange.getResponse().getCookies().getFirst("session"))
                .isNotNull()
                .extracting(ResponseCookie::getValue)
                .isNotEqualTo(first.getValue());
        assertThat(store.count()).isEqualTo(1);
    }

    @Test
    void cookieOverTlsIsOfThisHostOnlyAndNotReadFromElsewhere() {
        ResponseCookie cookie = begin(HTTPS);

        assertThat(cookie.getName()).isEqualTo("__Host-session");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        ResponseCookie planted =
                ResponseCookie.from("session", cookie.getValue()).build();
        assertThat(sessions().load(exchange(HTTPS, planted)).blockOptional()).isEmpty();
        assertThat(sessions().load(exchange(HTTPS, cookie)).blockOptional()).isPresent();
    }

    @Test
    void storeHoldsNoToken() {
        ResponseCookie cookie = begin(HTTP);

        assertThat(store.find(cookie.getValue()).blockOptional()).isEmpty();
        assertThat(store.find(Secrets.hash(cookie.getValue())).blockOptional()).isPresent();
    }

    private BrowserSessions sessions() {
        AccountProperties limits = new AccountProperties(SecondStepFor.OPTIONAL, IDLE, LONGEST);
        return new BrowserSessions(store, accounts, new People(teams, limits), limits, time, new SecureRandom());
    }

    private ResponseCookie begin(String uri) {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.post(uri));
        sessions().begin(exchange, now(), true).block();
        return exchange.getResponse().getCookies().values().iterator().next().get(0);
    }

    private Account now() {
        return accounts.find("worker").blockOptional().orElseThrow();
    }

    private void change(UnaryOperator<Account> how) {
        accounts.change("worker", how).block();
    }

    private Optional<Person> who(ResponseCookie cookie, String... header) {
        MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get(HTTP)
                .cookie(ResponseCookie.from(cookie.getName(), cookie.getValue()).build());
        if (header.length > 0) {
            request.header(header[0], header[1]);
        }
        return sessions()
                .load(MockServerWebExchange.from(request))
                .mapNotNull(context -> context.getAuthentication())
                .map(authentication -> (Person) authentication.getPrincipal())
                .blockOptional();
    }

    private static MockServerWebExchange exchange(String uri, ResponseCookie cookie) {
        return MockServerWebExchange.from(MockServerHttpRequest.get(uri).cookie(cookie));
    }
}
