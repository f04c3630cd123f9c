package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.server.install.Install;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

class PhonesSliceTest extends StaffWebTest {
    private static final String PHONE = "x7Kp2mQ9aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    @BeforeEach
    void enrol() {
        installs.set(FakeInstalls.phone(PHONE, StaffWebApplication.NOW, LocalDate.parse("2025-05-14")));
    }

    @Test
    void scriptGetsACodeThatExpires() {
        byte[] body = script().post()
                .uri("/api/v1/enrolment-codes")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.expiresAt")
                .isEqualTo("2025-05-14T20:55:00Z")
                .returnResult()
                .getResponseBody();

        assertThat(new String(Objects.requireNonNull(body), StandardCharsets.UTF_8))
                .contains(codes.last());
    }

    @Test
    void scriptListsAndRevokesPhones() {
        script().get()
                .uri("/api/v1/installs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"installs": [{"id": "%s", "team": "team-1", "enrolledAt": "2025-05-14T20:45:00Z",
                          "lastSeenOn": "2025-05-14", "revokedAt": null}]}""".formatted(PHONE));

        revoke(PHONE).isNoContent();
        revoke(PHONE).isNoContent();

        assertThat(installs.find(PHONE).block())
                .extracting(phone -> phone.revokedAt())
                .isEqualTo(StaffWebApplication.NOW);
    }

    @Test
    void aPhoneThatWasRestoredIsOneLineSeenWhenItsLastInstallWas() {
        Install first = FakeInstalls.phone(PHONE, StaffWebApplication.NOW, LocalDate.parse("2025-05-14"));
        String other = "R" + PHONE.substring(1);
        Install renewed = new Install(
                other,
                "team-1",
                first.publicKey(),
                PHONE,
                StaffWebApplication.NOW.plusSeconds(60),
                LocalDate.parse("2025-05-13"),
                null);
        installs.set(first, renewed);

        String page = Visitor.signedIn(address()).get("/phones").body();
        assertThat(page).contains(PHONE).doesNotContain(other);
        assertThat(Install.phones(List.of(renewed, first)))
                .containsExactly(first)
                .isEqualTo(Install.phones(List.of(first, renewed)));
        assertThat(Install.phones(List.of(renewed.seen(LocalDate.parse("2025-05-15")), first)))
                .extracting(Install::id, Install::lastSeenOn)
                .containsExactly(tuple(PHONE, LocalDate.parse("2025-05-15")));
        script().get().uri("/api/v1/installs").exchange().expectBody().json("""
                        {"installs": [{"id": "%2$s", "phone": "%1$s"}, {"id": "%1$s", "phone": "%1$s"}]}""".formatted(PHONE, other));
    }

    @Test
    void revokingAPhoneThatIsNotThereIsRefused() {
        byte[] body = script().post()
                .uri("/api/v1/installs/nobody/revoke")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .returnResult()
                .getResponseBody();

        assertThat(Refusal.decode(Objects.requireNonNull(body)).reason()).isEqualTo(Refusal.Reason.NOT_FOUND);
    }

    @Test
    void withoutJavaScriptACodeComesOnTheWholePageAndRevokingAsksFirst() {
        Visitor coordinator = Visitor.signedIn(address());
        coordinator.get("/phones");

        Visitor.Page page = coordinator.post("/phones/codes", Map.of());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<h1", codes.last(), "enrol " + address());

        Visitor.Page asked = coordinator.get("/phones/" + PHONE + "/revoke");
        assertThat(asked.body()).contains("<h2", "gaat verloren");
        assertThat(installs.find(PHONE).block())
                .extracting(phone -> phone.revokedAt())
                .isNull();

        Visitor.Page revoked = coordinator.post("/phones/" + PHONE + "/revoke", Map.of());
        assertThat(revoked.status()).isEqualTo(303);
        assertThat(coordinator.get(revoked.location()).body()).contains("x7Kp2mQ9 is ingetrokken");
        assertThat(coordinator.get("/phones/nobody/revoke").status()).isEqualTo(404);
    }

    @Test
    void changesInIdAndLanguageFieldsLeadNowhereElse() {
        Visitor coordinator = Visitor.signedIn(address());
        coordinator.get("/phones");

        assertThat(coordinator
                        .get("/phones?revoked=<script>alert(1)</script>"
                                .replace("<", "%3C")
                                .replace(">", "%3E"))
                        .body())
                .doesNotContain("alert(1)");
        assertThat(coordinator
                        .post("/language", Map.of("language", "xx", "here", "//elsewhere.example"))
                        .location())
                .isEqualTo("/figures");
        assertThat(coordinator
                        .post("/language", Map.of("language", "en", "here", "/figures/2025S1"))
                        .location())
                .isEqualTo("/figures/2025S1");
        assertThat(coordinator.get("/phones", "Accept-Language", "nl").body()).contains("<html lang=\"en\"");
    }

    private StatusAssertions revoke(String id) {
        return script().post()
                .uri("/api/v1/installs/" + id + "/revoke")
                .exchange()
                .expectStatus();
    }

    private WebTestClient script() {
        return WebTestClient.bindToServer()
                .baseUrl(address())
                .defaultHeader(
                        HttpHeaders.AUTHORIZATION, "Bearer " + firstStart().text("apiKey"))
                .build();
    }
}
