package nl.bereik.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.web.server.csrf.CsrfToken;

class CsrfCookiesTest {
    private final CsrfCookies tokens = new CsrfCookies();

    @Test
    void overTlsItIsOfThisHostOnlyAndNotReadFromElsewhere() {
        ResponseCookie cookie = saved("https://bereik.example/login");

        assertThat(cookie.getName()).isEqualTo("__Host-XSRF-TOKEN");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(read("https://bereik.example/login", cookie.getName())).contains("planted");
        assertThat(read("https://bereik.example/login", "XSRF-TOKEN")).isEmpty();
    }

    @Test
    void withoutTlsItHasAPlainName() {
        ResponseCookie cookie = saved("http://127.0.0.1/login");

        assertThat(cookie.getName()).isEqualTo("XSRF-TOKEN");
        assertThat(cookie.isSecure()).isFalse();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
    }

    private ResponseCookie saved(String address) {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get(address));
        tokens.generateToken(exchange)
                .flatMap(token -> tokens.saveToken(exchange, token))
                .block();
        return exchange.getResponse().getCookies().values().iterator().next().get(0);
    }

    private Optional<String> read(String address, String cookie) {
        MockServerHttpRequest request = MockServerHttpRequest.get(address)
                .cookie(new HttpCookie(cookie, "planted"))
                .build();
        return tokens.loadToken(MockServerWebExchange.from(request))
                .map(CsrfToken::getToken)
                .blockOptional();
    }
}
