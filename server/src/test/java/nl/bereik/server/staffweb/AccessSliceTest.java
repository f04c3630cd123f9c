package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.bereik.protocol.sync.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

class AccessSliceTest extends StaffWebTest {
    private Visitor stranger = new Visitor("http://127.0.0.1");

    @BeforeEach
    void visit() {
        stranger = new Visitor(address());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/figures", "/figures/2025S1", "/figures/changes", "/phones", "/phones/x/revoke", "/any"})
    void strangerIsSentToSignIn(String path) {
        Visitor.Page page = stranger.get(path);

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.location()).isEqualTo("/login");
        assertThat(stranger.cookies()).doesNotContainKey("session");
    }

    @Test
    void pageAskedForIsShownAfterSigningIn() {
        Visitor.signedIn(address());
        stranger.get("/figures/2024Q4");
        stranger.get("/login");

        Visitor.Page page = stranger.post("/login", signIn());

        assertThat(page.location()).isEqualTo("/figures/2024Q4");
    }

    @Test
    void nobodyIsSentToAnotherSiteAfterSigningIn() {
        Visitor.signedIn(address());
        assertThat(stranger.get("//elsewhere.example/figures/2025").status()).isIn(400, 302);
        stranger.get("/login");

        assertThat(stranger.post("/login", signIn()).location()).startsWith("/figures");
    }

    @Test
    void wrongPasswordAndUnknownNameLookTheSame() {
        stranger.get("/login");
        Visitor.Page wrong = stranger.post("/login", Map.of("username", "coordinator", "password", "wrong"));
        Visitor.Page unknown = stranger.post("/login", Map.of("username", "nobody", "password", "wrong"));

        assertThat(wrong.location()).isEqualTo("/login?error").isEqualTo(unknown.location());
        assertThat(stranger.get("/login?error").body()).contains("horen niet bij elkaar");
        assertThat(stranger.get("/figures").status()).isEqualTo(302);
    }

    @Test
    void formWithoutItsTokenIsRefused() {
        stranger.get("/login");
        assertThat(stranger.postWithoutToken("/login").status()).isEqualTo(403);

        Visitor coordinator = Visitor.signedIn(address());
        assertThat(coordinator.postWithoutToken("/phones/codes").status()).isEqualTo(403);
        assertThat(coordinator.postWithoutToken("/logout").status()).isEqualTo(403);
        assertThat(coordinator.get("/figures").status()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSession() {
        Visitor coordinator = Visitor.signedIn(address());
        coordinator.get("/figures");
        String session = String.valueOf(coordinator.cookies().get("session"));

        assertThat(coordinator.post("/logout", Map.of()).location()).isEqualTo("/login?signed-out");

        client().get()
                .uri("/figures")
                .header(HttpHeaders.COOKIE, session.split(";", 2)[0])
                .header(HttpHeaders.ACCEPT, "text/html")
                .exchange()
                .expectStatus()
                .isFound();
    }

    @Test
    void cookiesAreForThisSiteAndNotForScripts() {
        Visitor coordinator = Visitor.signedIn(address());
        coordinator.post("/language", Map.of("language", "en", "here", "/figures"));

        assertThat(coordinator.cookies()).containsKeys("session", "XSRF-TOKEN", "language");
        assertThat(coordinator.cookies().values()).allSatisfy(cookie -> {
            assertThat(cookie.isHttpOnly()).as(cookie.getName()).isTrue();
            assertThat(cookie.getSameSite()).as(cookie.getName()).isEqualTo("Lax");
        });
    }

    @Test
    void nobodyIsBelievedToComeThroughAProxyUnlessTheOperatorSaysSo() {
        Visitor.Page page =
                stranger.get("/login", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "elsewhere.example");

        assertThat(stranger.cookies()).containsKey("XSRF-TOKEN").doesNotContainKey("__Host-XSRF-TOKEN");
        assertThat(page.headers().containsHeader("Strict-Transport-Security")).isFalse();
    }

    @Test
    void pagesSayWhatBrowsersMayDo() {
        HttpHeaders headers = stranger.get("/login").headers();

        assertThat(headers.getFirst("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Cache-Control")).contains("no-store");
    }

    @Test
    void ownFilesAreKeptByBrowsersUnderAnAddressThatChangesWithThem() {
        String body = stranger.get("/login").body();
        String style = body.replaceAll("(?s).*href=\"(/css/bereik.css\\?v=[0-9a-f]{12})\".*", "$1");

        assertThat(stranger.get(style).status()).isEqualTo(200);
        assertThat(stranger.get(style).headers().getFirst("Cache-Control")).contains("immutable");
    }

    @Test
    void unknownPageIsToldPlainlyInBothLanguages() {
        Visitor coordinator = Visitor.signedIn(address());

        Visitor.Page dutch = coordinator.get("/nothing");
        Visitor.Page english = coordinator.get("/figures/2025X9", "Accept-Language", "en-GB");

        assertThat(dutch.status()).isEqualTo(404);
        assertThat(dutch.body()).contains("Deze pagina is er niet").doesNotContain("/nothing");
        assertThat(english.status()).isEqualTo(404);
        assertThat(english.body()).contains("This page is not there").doesNotContain("2025X9");
    }

    @Test
    void partOfAPageIsRefusedWithoutASession() {
        assertThat(stranger.get("/figures", "Accept", "*/*", "X-Part", "figures")
                        .status())
                .isEqualTo(401);
        Visitor.Page part = stranger.get("/phones", "HX-Request", "true");
        assertThat(part.status()).isEqualTo(401);
        assertThat(part.headers().getFirst("HX-Redirect")).isEqualTo("/login");
    }

    @Test
    void syncIsLeftToItsOwnChecks() {
        client().post().uri("/sync/v1/push").exchange().expectStatus().isNotFound();
    }

    @Test
    void healthIsOpenAndTheRestOfActuatorIsNot() {
        client().get().uri("/actuator/health").exchange().expectStatus().isOk();
        client().get().uri("/actuator").exchange().expectStatus().isNotFound();
        client().get().uri("/actuator/env").exchange().expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer wrong", "Basic Y29vcmRpbmF0b3I6eA==", "wrong"})
    void scriptWithoutAGoodKeyIsRefused(String header) {
        WebTestClient.RequestHeadersSpec<?> request = client().get().uri("/api/v1/installs");
        if (!header.isEmpty()) {
            request.header(HttpHeaders.AUTHORIZATION, header);
        }

        byte[] body = request.exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(Refusal.MEDIA_TYPE)
                .expectBody()
                .returnResult()
                .getResponseBody();

        assertThat(body).isNotNull();
        assertThat(Refusal.decode(body).reason()).isEqualTo(Refusal.Reason.NOT_SIGNED_IN);
    }

    @Test
    void strangersChangeIsNotSignedInRatherThanForged() {
        client().post().uri("/api/v1/enrolment-codes").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void wrongKeyIsNotSavedByASession() {
        Visitor coordinator = Visitor.signedIn(address());

        assertThat(coordinator.get("/api/v1/installs", "Accept", "*/*").status())
                .isEqualTo(200);
        assertThat(coordinator
                        .get("/api/v1/installs", "Accept", "*/*", "Authorization", "Bearer wrong")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void changeBySessionNeedsTheTokenAndChangeByKeyDoesNot() {
        Visitor coordinator = Visitor.signedIn(address());
        coordinator.get("/phones");
        assertThat(coordinator.postWithoutToken("/api/v1/enrolment-codes").status())
                .isEqualTo(403);
        assertThat(coordinator
                        .post("/api/v1/enrolment-codes", Map.of(), "Accept", "*/*")
                        .status())
                .isEqualTo(201);

        client().post()
                .uri("/api/v1/enrolment-codes")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + firstStart().text("apiKey"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectCookie()
                .doesNotExist("session");
    }

    private static Map<String, String> signIn() {
        return Map.of("username", " Coordinator ", "password", PASSWORD);
    }

    private WebTestClient client() {
        return WebTestClient.bindToServer().baseUrl(address()).build();
    }
}
