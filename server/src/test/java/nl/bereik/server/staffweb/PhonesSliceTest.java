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
import nl.bereik.server.wipe.WipeOrders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

@SuppressWarnings("NullAway.Init")
class PhonesSliceTest extends StaffWebTest {
    /** Of its own, for orders stay. */
    private static final String LOST = "Lost2mQ9aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static final String PHONE = "x7Kp2mQ9aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    @Autowired
    WipeOrders wipeOrders;

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
    void aScriptThatSaysJsonAndSendsNothingNamesNobody() {
        script().post()
                .uri("/api/v1/enrolment-codes")
                .contentType(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @Test
    void aCodeIsForSomebodyWhoHasAnAccount() {
        int before = codes.issued.size();
        script().post()
                .uri("/api/v1/enrolment-codes")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"holder\":\"Coordinator\"}")
                .exchange()
                .expectStatus()
                .isCreated();
        assertThat(codes.holders).containsExactly("coordinator");
        byte[] body = script().post()
                .uri("/api/v1/enrolment-codes")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"holder\":\"nobody\"}")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(Refusal.decode(Objects.requireNonNull(body)).field()).isEqualTo("holder");
        assertThat(codes.issued).hasSize(before + 1);
    }

    @Test
    void scriptApprovesThePhoneThatShowsTheDigits() {
        Install awaiting = awaiting();
        script().get().uri("/api/v1/installs").exchange().expectBody().json("""
                        {"installs": [{"id": "%s", "approved": false, "holder": "worker", "digits": "%s"}]}""".formatted(
                        PHONE, awaiting.digits().text()));
        String wrong = awaiting.digits().text().equals("000000") ? "000001" : "000000";
        byte[] body = approve("{\"digits\":\"" + wrong + "\"}")
                .isForbidden()
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(Refusal.decode(Objects.requireNonNull(body)).field()).isEqualTo("digits");
        approve("{}").isBadRequest();
        approve("{\"digits\":\"" + awaiting.digits().text() + "\"}").isNoContent();
        assertThat(installs.find(PHONE).blockOptional().orElseThrow().active()).isTrue();
        script().get().uri("/api/v1/installs").exchange().expectBody().json("""
                        {"installs": [{"id": "%s", "approved": true, "digits": null}]}""".formatted(PHONE));
    }

    @Test
    void withoutJavaScriptAPhoneIsApprovedOrRefusedOnThePage() {
        Install awaiting = awaiting();
        Visitor coordinator = Visitor.signedIn(address());
        assertThat(coordinator.get("/phones").body())
                .contains(awaiting.digits().display(), "gedragen door worker", "wacht op goedkeuring");
        Visitor.Page wrong = coordinator.post("/phones/" + PHONE + "/approve", Map.of("digits", "000 00"));
        assertThat(coordinator.get(wrong.location()).body()).contains("Er is niets veranderd");
        Visitor.Page approved = coordinator.post(
                "/phones/" + PHONE + "/approve",
                Map.of("digits", awaiting.digits().display()));
        assertThat(coordinator.get(approved.location()).body())
                .contains("x7Kp2mQ9 is goedgekeurd")
                .doesNotContain(awaiting.digits().display());

        awaiting();
        Visitor.Page refused = coordinator.post("/phones/" + PHONE + "/refuse", Map.of());
        assertThat(coordinator.get(refused.location()).body()).contains("geweigerd op 14 mei 2025");
        assertThat(coordinator
                        .post("/phones/nobody/approve", Map.of("digits", "123456"))
                        .status())
                .isEqualTo(404);
    }

    private Install awaiting() {
        Install awaiting = FakeInstalls.waiting(PHONE, StaffWebApplication.NOW);
        installs.set(awaiting);
        return awaiting;
    }

    private StatusAssertions approve(String body) {
        return script().post()
                .uri("/api/v1/installs/" + PHONE + "/approve")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus();
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
    void erasingAsksFirstAndTheListTellsWhenItHappened() {
        installs.set(FakeInstalls.phone(LOST, StaffWebApplication.NOW, LocalDate.parse("2025-05-14")));
        Visitor coordinator = Visitor.signedIn(address());
        assertThat(coordinator.get("/phones").body()).contains("/phones/" + LOST + "/wipe");
        Visitor.Page asked = coordinator.get("/phones/" + LOST + "/wipe");
        assertThat(asked.body()).contains("<h2", "14 mei 2025", "gaat verloren");
        assertThat(wipeOrders.find(LOST).blockOptional()).isEmpty();

        Visitor.Page ordered = coordinator.post("/phones/" + LOST + "/wipe", Map.of());
        assertThat(ordered.status()).isEqualTo(303);
        assertThat(installs.find(LOST).block())
                .extracting(phone -> phone.revokedAt())
                .isNotNull();
        assertThat(coordinator.get(ordered.location()).body())
                .contains("wist zichzelf bij het volgende contact", "wissen opgedragen op 14 mei 2025")
                .doesNotContain("/phones/" + LOST + "/wipe\"");
        script().get().uri("/api/v1/installs").exchange().expectBody().json("""
                        {"installs": [{"id": "%s", "wipeOrderedAt": "2025-05-14T20:45:00Z", "wipedAt": null}]}""".formatted(LOST));

        String token = wipeOrders.find(LOST).blockOptional().orElseThrow().token();
        wipeOrders.confirm(LOST, token, StaffWebApplication.NOW).block();
        assertThat(coordinator.get("/phones").body()).contains("gewist op 14 mei 2025");
        assertThat(coordinator.get("/phones/nobody/wipe").status()).isEqualTo(404);
        assertThat(coordinator.post("/phones/nobody/wipe", Map.of()).status()).isEqualTo(404);
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
                .isEqualTo("/");
        assertThat(coordinator
                        .post("/language", Map.of("language", "en", "here", "/figures/2025S1"))
                        .location())
                .isEqualTo("/figures/2025S1");
        assertThat(coordinator
                        .post("/language", Map.of("language", "en", "here", "/explore?period=2025S1&team="))
                        .location())
                .isEqualTo("/explore?period=2025S1&team=");
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
