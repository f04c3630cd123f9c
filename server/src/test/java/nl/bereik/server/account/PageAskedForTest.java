package nl.bereik.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** Of the cookie itself Spring takes care; that it does is held here. */
class PageAskedForTest {
    private final PageAskedFor askedFor = new PageAskedFor();

    @Test
    void figuresAskedForAreShownAfterSigningIn() {
        MockServerWebExchange stranger =
                MockServerWebExchange.from(MockServerHttpRequest.get("/figures/2025S1?region=north"));
        askedFor.saveRequest(stranger).block();
        ResponseCookie kept = stranger.getResponse().getCookies().getFirst("REDIRECT_URI");

        assertThat(kept).isNotNull();
        assertThat(askedFor.getRedirectUri(with(kept.getValue())).block())
                .isEqualTo(URI.create("/figures/2025S1?region=north"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/figures/2025S1",
                "HTTPS:/elsewhere.example",
                "//elsewhere.example/figures/2025S1",
                "///elsewhere.example",
                "/\\elsewhere.example",
                "\\\\elsewhere.example",
                "javascript:alert(1)",
                "elsewhere",
                "/figures/../../ space",
                ""
            })
    void plantedCookieLeadsNobodyAway(String planted) {
        String value = Base64.getEncoder().encodeToString(planted.getBytes(StandardCharsets.UTF_8));

        assertThat(askedFor.getRedirectUri(with(value)).blockOptional()).isEmpty();
        assertThat(askedFor.removeMatchingRequest(with(value)).blockOptional()).isEmpty();
    }

    @Test
    void cookieThatIsNoTextOfOursIsIgnored() {
        assertThat(askedFor.getRedirectUri(with("!")).blockOptional()).isEmpty();
    }

    private static MockServerWebExchange with(String value) {
        return MockServerWebExchange.from(
                MockServerHttpRequest.get("/figures/2025S1").cookie(new HttpCookie("REDIRECT_URI", value)));
    }
}
