package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.bereik.server.audit.MemoryAuditTrail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Signing in at an organisation, which stands in on loopback. */
@TestPropertySource(
        properties = {
            "bereik.oidc.client-id=" + StandInIssuer.CLIENT,
            "bereik.oidc.client-secret=" + StandInIssuer.SECRET,
            "bereik.oidc.roles.[bereik/coordinators]=COORDINATOR",
            "bereik.oidc.roles.readers=VIEWER",
            "bereik.oidc.teams.team-one=team",
            "bereik.oidc.everywhere=whole-region"
        })
@DirtiesContext
class OrganisationSliceTest extends StaffWebTest {
    private static final StandInIssuer ISSUER = new StandInIssuer(StaffWebApplication.NOW);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    MemoryAuditTrail trail;

    private Visitor person = new Visitor("http://127.0.0.1");

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("bereik.oidc.issuer", ISSUER::address);
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    @BeforeEach
    void fresh() {
        person = new Visitor(address());
        ISSUER.cheat = StandInIssuer.Cheat.NONE;
        ISSUER.subject = "sub-anja";
        ISSUER.others = Map.of("preferred_username", "Anja");
        ISSUER.groups = List.of("bereik/coordinators", "whole-region", "unknown");
    }

    @Test
    void whoHasARoleGetsInAndNeedsNoPasswordHere() throws Exception {
        assertThat(person.get("/login").body()).contains("href=\"/login/organisation\"");

        assertThat(signIn().location()).isEqualTo("/figures");

        assertThat(person.get("/figures").status()).isEqualTo(200);
        assertThat(person.get("/account").status()).isEqualTo(200);
        assertThat(person.get("/account").body())
                .contains("org:sub-anja", "aangemeld als Anja")
                .doesNotContain("/account/password", "action=\"/account/keys\"");
        assertThat(person.post("/account/keys", Map.of()).status()).isEqualTo(403);
        assertThat(new Visitor(address()).signIn("org:sub-anja", "").location()).isEqualTo("/login?error");
    }

    @Test
    void rolesAreThoseOfTheLastSignIn() throws Exception {
        signIn();
        ISSUER.groups = List.of("readers", "team-one");
        Visitor coordinator = person;

        person = new Visitor(address());
        assertThat(signIn().location()).isEqualTo("/published");

        assertThat(coordinator.get("/figures").status()).isEqualTo(403);
    }

    @Test
    void whoHasNoRoleIsToldSoAndStaysOut() throws Exception {
        for (List<String> groups : List.of(List.<String>of(), List.of("readers"), List.of("team-one"))) {
            ISSUER.groups = groups;

            Visitor.Page page = signIn();

            assertThat(page.status()).isEqualTo(403);
            assertThat(page.body()).contains("niets voor uw account");
            assertThat(person.cookies()).doesNotContainKey("session");
        }
    }

    @Test
    void samePersonHereIsAnotherAccount() throws Exception {
        ISSUER.subject = "coordinator";
        ISSUER.others = Map.of("preferred_username", "coordinator");
        ISSUER.groups = List.of("readers", "whole-region");

        signIn();

        assertThat(person.get("/account").body()).contains("org:coordinator");
        assertThat(Visitor.signedIn(address()).get("/figures").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(value = StandInIssuer.Cheat.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void tokenThatDoesNotHoldLetsNobodyIn(StandInIssuer.Cheat cheat) throws Exception {
        ISSUER.cheat = cheat;

        assertThat(signIn().location()).isEqualTo("/login?organisation-failed");
        assertThat(person.cookies()).doesNotContainKey("session");
        assertThat(person.get("/login?organisation-failed").body()).contains("niet gelukt");
    }

    @Test
    void nameGivenToSomebodyElseGivesNoAccountAway() throws Exception {
        signIn();
        person.get("/figures");
        ISSUER.subject = "sub-of-the-next-anja";
        ISSUER.groups = List.of("readers", "whole-region");
        person = new Visitor(address());

        signIn();

        assertThat(person.get("/account").body()).contains("org:sub-of-the-next-anja", "aangemeld als Anja");
        Visitor coordinator = Visitor.signedIn(address());
        assertThat(coordinator.get("/accounts/org:sub-anja").body()).contains("Coördinator");
        assertThat(coordinator.get("/accounts").body())
                .contains("href=\"/accounts/org:sub-anja\"", "href=\"/accounts/org:sub-of-the-next-anja\"");
    }

    @Test
    void renamedPersonKeepsTheAccount() throws Exception {
        ISSUER.subject = "sub-renamed";
        signIn();
        Visitor coordinator = Visitor.signedIn(address());
        assertThat(coordinator.get("/accounts/org:sub-renamed").body()).contains("Account Anja<");
        ISSUER.others = Map.of("name", "Anja van der Velde");
        person = new Visitor(address());

        signIn();

        assertThat(coordinator.get("/accounts/org:sub-renamed").body()).contains("Account Anja van der Velde<");
    }

    @Test
    void subjectsThatDifferInCaseAreTwoPeople() throws Exception {
        ISSUER.subject = "Ab12";
        signIn();
        ISSUER.subject = "aB12";
        ISSUER.groups = List.of("readers", "whole-region");
        person = new Visitor(address());
        signIn();

        Visitor coordinator = Visitor.signedIn(address());
        assertThat(coordinator.get("/accounts/org:Ab12").body()).contains("Coördinator");
        assertThat(coordinator.get("/accounts/org:aB12").body()).doesNotContain("value=\"COORDINATOR\" checked");
        assertThat(coordinator.get("/accounts/org:ab12").status()).isEqualTo(404);
        coordinator.get("/accounts/org:aB12");
        coordinator.post("/accounts/org:aB12/disable", Map.of());
        assertThat(person.get("/account").location()).isEqualTo("/login");
        ISSUER.subject = "Ab12";
        ISSUER.groups = List.of("bereik/coordinators", "whole-region");
        person = new Visitor(address());
        assertThat(signIn().location()).isEqualTo("/figures");
    }

    @Test
    void subjectOfAnySignsHasAPage() throws Exception {
        ISSUER.subject = "x/Y+z=;%2F ..\\é";
        ISSUER.others = Map.of("preferred_username", "odd");
        assertThat(signIn().location()).isEqualTo("/figures");
        Visitor coordinator = Visitor.signedIn(address());
        Matcher link = Pattern.compile("href=\"(/accounts/org:~[A-Za-z0-9_-]+)\"")
                .matcher(coordinator.get("/accounts").body());
        assertThat(link.find()).isTrue();

        assertThat(coordinator.get(link.group(1)).body()).contains("Account odd<");
        coordinator.post(link.group(1) + "/sign-out", Map.of());
        assertThat(person.get("/figures").location()).isEqualTo("/login");
    }

    @Test
    void claimsOfAnotherTypeGiveNothing() throws Exception {
        for (Object strange : List.of(17, true, Map.of("bereik/coordinators", "whole-region"), List.of(List.of("x")))) {
            ISSUER.others = Map.of("roles", strange);
            assertThat(signIn().status()).as("roles: " + strange).isEqualTo(403);
            ISSUER.others = Map.of("preferred_username", strange, "name", strange);
            ISSUER.subject = "sub-without-a-name";
            assertThat(signIn().location()).as("name: " + strange).isEqualTo("/figures");
            assertThat(person.get("/account").body()).contains("aangemeld als org:sub-without-a-name");
            person = new Visitor(address());
        }
        ISSUER.others = new HashMap<>();
        ISSUER.others.put("roles", null);
        assertThat(signIn().status()).isEqualTo(403);
    }

    @Test
    void answerForAnotherBrowserOrUsedTwiceLetsNobodyIn() throws Exception {
        String back = atIssuer(person.get("/login/organisation").location());
        Visitor victim = new Visitor(address());
        assertThat(victim.get(back).location()).isEqualTo("/login?organisation-failed");
        victim.get("/login/organisation");
        assertThat(victim.get(back).location()).isEqualTo("/login?organisation-failed");

        assertThat(person.get(back).location()).isEqualTo("/figures");
        person.get("/login/organisation");
        assertThat(person.get(back).location()).isEqualTo("/login?organisation-failed");
    }

    @Test
    void strangerWhoComesBackOverAndOverFillsNoTrailAndKeepsNobodyOut() throws Exception {
        trail.clear();
        for (int i = 0; i < 50; i++) {
            Visitor stranger = new Visitor(address());
            stranger.get("/login/organisation");
            assertThat(stranger.get("/login/organisation/return?code=c&state=s").location())
                    .isEqualTo("/login?organisation-failed");
        }

        assertThat(trail.noted()).hasSizeLessThan(10);
        assertThat(signIn().location()).isEqualTo("/figures");
    }

    @Test
    void whoIsShutOutHereStaysOut() throws Exception {
        ISSUER.subject = "shut";
        signIn();
        Visitor coordinator = Visitor.signedIn(address());
        assertThat(coordinator.get("/accounts/org:shut").body()).contains("bij zijn organisatie");
        assertThat(coordinator
                        .post("/accounts/org:shut/reset-password", Map.of())
                        .status())
                .isEqualTo(422);
        coordinator.get("/accounts/org:shut");
        coordinator.post("/accounts/org:shut/disable", Map.of());

        assertThat(person.get("/figures").location()).isEqualTo("/login");
        assertThat(signIn().status()).isEqualTo(403);
    }

    @Test
    void signingOutOffersToSignOutThereAsWell() throws Exception {
        signIn();
        person.get("/figures");

        Visitor.Page page = person.post("/logout", Map.of());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("href=\"" + ISSUER.address() + "/end?client_id=bereik\"");
        assertThat(person.get("/figures").location()).isEqualTo("/login");
    }

    /** There and back, as a browser follows it. */
    private Visitor.Page signIn() throws Exception {
        Visitor.Page away = person.get("/login/organisation");
        assertThat(away.status()).isEqualTo(303);
        assertThat(away.location()).startsWith(ISSUER.address() + "/authorize?").contains("nonce=", "code_challenge=");
        return person.get(atIssuer(away.location()));
    }

    /** @return the path to which the issuer sends back */
    private String atIssuer(String location) throws IOException, InterruptedException {
        HttpResponse<Void> reply =
                HTTP.send(HttpRequest.newBuilder(URI.create(location)).build(), HttpResponse.BodyHandlers.discarding());
        String back = reply.headers().firstValue("Location").orElseThrow();
        assertThat(back).startsWith(address() + "/login/organisation/return?");
        return back.substring(address().length());
    }
}
