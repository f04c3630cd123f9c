package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.bereik.server.access.Role;
import nl.bereik.server.account.TotpCodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** People over HTTP: first sign-in, second step, keys, and being shut out. */
class PeopleSliceTest extends StaffWebTest {
    private static final Pattern ONE_TIME = Pattern.compile("[0-9a-z]{4}(-[0-9a-z]{4}){3,5}");
    private static final Pattern SECRET = Pattern.compile("name=\"secret\" value=\"([A-Z2-7]{32})\"");

    private final String name = "person-" + UUID.randomUUID().toString().substring(0, 8);
    private Visitor coordinator = new Visitor("http://127.0.0.1");

    @BeforeEach
    void signIn() {
        coordinator = Visitor.signedIn(address());
    }

    @Test
    void oneTimePasswordIsReplacedBeforeAnythingElse() {
        String oneTime = add(Role.COORDINATOR);
        Visitor person = new Visitor(address());

        assertThat(person.signIn(name, oneTime).location()).isEqualTo("/account/password");
        assertThat(person.get("/figures").location()).isEqualTo("/account/password");
        assertThat(person.get("/phones", "HX-Request", "true").status()).isEqualTo(403);
        assertThat(person.get("/api/v1/installs").status()).isEqualTo(403);
        assertThat(person.choosePassword(oneTime, "kort").body()).contains("te kort");
        assertThat(person.choosePassword(oneTime, oneTime).body()).contains("dat u nu hebt");
        assertThat(person.choosePassword("wrong", PASSWORD).body()).contains("klopt niet");
        assertThat(person.get("/figures").status()).isEqualTo(303);

        assertThat(person.choosePassword(oneTime, PASSWORD).status()).isEqualTo(303);

        assertThat(person.get("/figures").status()).isEqualTo(200);
        assertThat(new Visitor(address()).signIn(name, oneTime).location()).isEqualTo("/login?error");
    }

    @Test
    void whoIsShutOutIsOutAtTheNextRequest() {
        Visitor person = withPassword(Role.WORKER);
        assertThat(person.get("/account").status()).isEqualTo(200);

        coordinator.get("/accounts/" + name);
        coordinator.post("/accounts/" + name + "/disable", Map.of());

        assertThat(person.get("/account").location()).isEqualTo("/login");
        assertThat(new Visitor(address()).signIn(name, PASSWORD).location()).isEqualTo("/login?error");
        coordinator.post("/accounts/" + name + "/enable", Map.of());
        assertThat(new Visitor(address()).signIn(name, PASSWORD).location()).isEqualTo("/account");
    }

    @Test
    void keysAreNotOfferedToWhoMayMakeNone() {
        Visitor.Page account = withPassword(Role.WORKER).get("/account");
        assertThat(account.status()).isEqualTo(200);
        assertThat(account.body()).doesNotContain("action=\"/account/keys\"");
    }

    @Test
    void keysAreOfferedToWhoMayMakeThem() {
        Visitor administrator = withPassword(Role.ADMINISTRATOR);
        assertThat(administrator.get("/account").body()).contains("action=\"/account/keys\"");
        Visitor.Page made = administrator.post("/account/keys", Map.of("password", PASSWORD));
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.body()).containsPattern(">[A-Za-z0-9_-]{43}<");
    }

    @Test
    void everyRoleBeginsOnAPageOfItsOwn() {
        assertThat(withPassword(Role.VIEWER).get("/").location()).isEqualTo("/published");
        Visitor viewer = new Visitor(address());
        viewer.signIn(name, PASSWORD);
        assertThat(viewer.get("/published").body()).contains("nog niets gepubliceerd");
        assertThat(viewer.get("/figures").status()).isEqualTo(403);
        assertThat(viewer.get("/account").body()).doesNotContain("href=\"/figures\"", "href=\"/phones\"");
    }

    @Test
    void secondStepIsSetUpAskedForAndGoodOnce() {
        Visitor person = withPassword(Role.COORDINATOR);
        assertThat(person.get("/figures").body()).contains("geen tweede stap");
        String page = person.get("/account/second-step").body();
        Matcher found = SECRET.matcher(page);
        assertThat(found.find()).isTrue();
        assertThat(page).contains("<path", "viewBox").doesNotContain("<script>", "style=");
        String secret = found.group(1);
        assertThat(person.post(
                                "/account/second-step",
                                Map.of("secret", secret, "code", "000000x", "password", PASSWORD))
                        .status())
                .isEqualTo(422);

        String code = TotpCodes.of(secret, StaffWebApplication.NOW, 0);
        String done = person.post("/account/second-step", Map.of("secret", secret, "code", code, "password", PASSWORD))
                .body();
        Matcher paper = ONE_TIME.matcher(done);
        assertThat(paper.find()).isTrue();
        assertThat(person.get("/figures").body()).doesNotContain("geen tweede stap");
        assertThat(person.get("/account").body()).doesNotContain(secret);

        Visitor again = new Visitor(address());
        assertThat(again.signIn(name, PASSWORD).location()).isEqualTo("/login/code");
        assertThat(again.get("/figures").location()).isEqualTo("/login/code");
        assertThat(again.get("/api/v1/installs").status()).isEqualTo(403);
        again.get("/login/code");
        assertThat(again.post("/login/code", Map.of("code", TotpCodes.of(secret, StaffWebApplication.NOW, 0)))
                        .location())
                .as("used when setting up")
                .isEqualTo("/login/code?error");
        assertThat(again.post("/login/code", Map.of("code", TotpCodes.of(secret, StaffWebApplication.NOW, 1)))
                        .location())
                .isEqualTo("/figures");

        Visitor byPaper = new Visitor(address());
        byPaper.signIn(name, PASSWORD);
        byPaper.get("/login/code");
        assertThat(byPaper.post("/login/code", Map.of("code", paper.group())).location())
                .isEqualTo("/figures");
        Visitor usedPaper = new Visitor(address());
        usedPaper.signIn(name, PASSWORD);
        usedPaper.get("/login/code");
        assertThat(usedPaper.post("/login/code", Map.of("code", paper.group())).location())
                .isEqualTo("/login/code?error");

        coordinator.get("/accounts/" + name);
        coordinator.post("/accounts/" + name + "/reset-second-step", Map.of());
        assertThat(again.get("/figures").location()).isEqualTo("/login");
        assertThat(new Visitor(address()).signIn(name, PASSWORD).location()).isEqualTo("/figures");
    }

    @Test
    void guessingStrangerDoesNotKeepTheOwnersBrowserOut() {
        Visitor owner = withPassword(Role.WORKER);
        Visitor stranger = new Visitor(address());
        String last = "";
        for (int i = 0; i < 30; i++) {
            last = stranger.signIn(name, "guess number " + i).location();
        }
        assertThat(last).startsWith("/login?wait=");
        assertThat(stranger.get(last).body()).contains("Te veel verkeerde pogingen");
        assertThat(stranger.signIn(name, PASSWORD).location())
                .as("also with the right password, from the same address")
                .startsWith("/login?wait=");

        owner.post("/logout", Map.of());

        assertThat(owner.signIn(name, PASSWORD).location()).isEqualTo("/account");
    }

    @Test
    void keysAreOfferedToWhoMayMakeThemOnly() {
        assertThat(withPassword(Role.WORKER).get("/account").body()).doesNotContain("/account/keys");
        assertThat(coordinator.get("/account").body()).contains("/account/keys");
    }

    @Test
    void keyIsShownOnceAndActsUntilItIsRevoked() {
        Visitor person = withPassword(Role.ADMINISTRATOR);
        person.get("/account");
        String page = person.post("/account/keys", Map.of("password", PASSWORD)).body();
        Matcher key = Pattern.compile("<code>([A-Za-z0-9_-]{43})</code>").matcher(page);
        assertThat(key.find()).isTrue();
        assertThat(person.get("/account").body()).doesNotContain(key.group(1));
        Visitor script = new Visitor(address());
        String bearer = "Bearer " + key.group(1);
        assertThat(script.get("/api/v1/installs", HttpHeaders.AUTHORIZATION, bearer, "Accept", "*/*")
                        .status())
                .isEqualTo(200);
        assertThat(script.get("/api/v1/figures/2025S1", HttpHeaders.AUTHORIZATION, bearer, "Accept", "*/*")
                        .status())
                .isEqualTo(404);

        coordinator.get("/accounts/" + name);
        coordinator.post("/accounts/" + name + "/disable", Map.of());
        assertThat(script.get("/api/v1/installs", HttpHeaders.AUTHORIZATION, bearer, "Accept", "*/*")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void deskLeftOpenYieldsNoKey() {
        Visitor open = withPassword(Role.ADMINISTRATOR);
        for (String guess : List.of("", "vier woorden naast elkaar", "x".repeat(2000))) {
            open.get("/account");
            Visitor.Page refused = open.post("/account/keys", Map.of("password", guess));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("Uw wachtwoord klopt niet", "aria-describedby=\"key-problem why\"")
                    .doesNotContain("madeKey", "/revoke");
        }
        Visitor.Page last = open.get("/account");
        for (int i = 0; i < 5; i++) {
            last = open.post("/account/keys", Map.of("password", "guess number " + i));
        }
        assertThat(last.status()).isEqualTo(422);
        assertThat(last.body()).contains("Te veel verkeerde wachtwoorden");
        assertThat(open.post("/account/keys", Map.of("password", PASSWORD)).body())
                .as("also with the right one, for a while")
                .contains("Te veel verkeerde wachtwoorden")
                .doesNotContain("/revoke");
    }

    @Test
    void deskLeftOpenYieldsNoOtherSecondStep() {
        Visitor open = withPassword(Role.ADMINISTRATOR);
        Matcher found = SECRET.matcher(open.get("/account/second-step").body());
        assertThat(found.find()).isTrue();
        String code = TotpCodes.of(found.group(1), StaffWebApplication.NOW, 0);

        Visitor.Page refused = open.post("/account/second-step", Map.of("secret", found.group(1), "code", code));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Uw wachtwoord klopt niet", "aria-describedby=\"problem why\"", found.group(1));
        assertThat(open.get("/account").body()).contains("Niet ingesteld");
    }

    @Test
    void anotherPasswordTakesTheKeysAwayUnlessTheyAreKept() {
        Visitor person = withPassword(Role.ADMINISTRATOR);
        assertThat(person.get("/account/password").body()).doesNotContain("keep-keys");
        person.get("/account");
        person.post("/account/keys", Map.of("password", PASSWORD));
        assertThat(person.get("/account/password").body()).contains("name=\"keep-keys\"");

        String second = "vijf woorden achter elkaar nu";
        person.post("/account/password", Map.of("old", PASSWORD, "new", second, "again", second, "keep-keys", "on"));
        assertThat(person.get("/account").body()).contains("/revoke");

        assertThat(person.choosePassword(second, "zes woorden staan achter elkaar nu")
                        .location())
                .isEqualTo("/account?done=password");
        assertThat(person.get("/account").body()).doesNotContain("/revoke");
    }

    @Test
    void keyOfTheFirstStartOutlivesItsOneTimePassword() {
        assertThat(new Visitor(address())
                        .get(
                                "/api/v1/installs",
                                HttpHeaders.AUTHORIZATION,
                                "Bearer " + firstStart().text("apiKey"),
                                "Accept",
                                "*/*")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void signingOutEverywhereEndsAllSessions() {
        Visitor one = withPassword(Role.WORKER);
        Visitor two = new Visitor(address());
        two.signIn(name, PASSWORD);
        two.get("/account");

        two.post("/account/sign-out-everywhere", Map.of());

        assertThat(one.get("/account").location()).isEqualTo("/login");
        assertThat(one.post("/account/sign-out-everywhere", Map.of()).location())
                .isEqualTo("/login?unsaved");
        assertThat(one.get("/login?unsaved").body()).contains("niet bewaard");
        assertThat(two.get("/account").location()).isEqualTo("/login");
    }

    private Visitor withPassword(Role role) {
        String oneTime = add(role);
        Visitor person = new Visitor(address());
        person.signIn(name, oneTime);
        person.choosePassword(oneTime, PASSWORD);
        Visitor fresh = new Visitor(address());
        fresh.signIn(name, PASSWORD);
        fresh.get("/account");
        return fresh;
    }

    private String add(Role role) {
        coordinator.get("/accounts");
        String page = coordinator
                .post("/accounts", Map.of("name", name, "role", role.name(), "everywhere", "on"))
                .body();
        Matcher oneTime = ONE_TIME.matcher(page);
        assertThat(oneTime.find()).isTrue();
        return oneTime.group();
    }
}
