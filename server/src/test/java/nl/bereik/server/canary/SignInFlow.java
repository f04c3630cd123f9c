package nl.bereik.server.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.server.account.TotpCodes;

/** The first start, passwords, the second step, sessions and API keys. */
final class SignInFlow {
    private static final Pattern PAPER = Pattern.compile("<code>([0-9a-z]{4}(?:-[0-9a-z]{4})+)</code>");

    private static final Pattern KEYS = Pattern.compile("/account/keys/([^/\"]+)/revoke");

    private final Canaries canaries;
    private final JsonObject secrets;
    private final Talk stranger;

    SignInFlow(Canaries canaries, JsonObject secrets, Talk stranger) {
        this.canaries = canaries;
        this.secrets = secrets;
        this.stranger = stranger;
    }

    /** The coordinator, signed in with both steps. */
    Talk run() throws Exception {
        canaries.keep("first password", secrets.text("password"));
        canaries.keep("first api key", secrets.text("apiKey"));
        canaries.keep(
                "first code", EnrolmentCode.parse(secrets.text("enrolmentCode")).text());
        Talk nobody = stranger.stranger();
        nobody.get("/login");
        signIn(nobody, canaries.make("typed name"), canaries.make("typed password"));
        signIn(nobody, "coordinator", canaries.make("wrong password"));
        String password = choosePassword();
        List<String> paper = secondStep(password);
        Talk coordinator = signInAgain(password, paper);
        apiKeys(coordinator, password);
        return coordinator;
    }

    static void signIn(Talk talk, String name, String password) throws Exception {
        talk.get("/login");
        talk.form("/login", Map.of("username", name, "password", password));
    }

    private String choosePassword() throws Exception {
        Talk talk = stranger.stranger();
        signIn(talk, "coordinator", secrets.text("password"));
        canaries.keep("session that owes a password", talk.cookie("session"), "cookies");
        talk.get("/account/password");
        String chosen = canaries.make("chosen password");
        talk.form(
                "/account/password",
                Map.of("old", canaries.make("wrong old password"), "new", chosen, "again", chosen));
        talk.get("/account/password");
        talk.form("/account/password", Map.of("old", secrets.text("password"), "new", chosen, "again", chosen));
        assertThat(talk.get("/phones")).as("signed in").isEqualTo(200);
        canaries.keep("token", talk.csrf(), "page", "cookies");
        return chosen;
    }

    private List<String> secondStep(String password) throws Exception {
        Talk talk = stranger.stranger();
        signIn(talk, "coordinator", password);
        talk.get("/account/second-step");
        String secret = canaries.keep("totp secret", Pieces.field(talk, "secret"), "page", "error", "accounts");
        String code = TotpCodes.of(secret, Instant.now(), 0);
        talk.form(
                "/account/second-step",
                Map.of(
                        "secret",
                        canaries.make("other secret", "error"),
                        "code",
                        canaries.make("code of no secret"),
                        "password",
                        password));
        talk.form(
                "/account/second-step",
                Map.of("secret", secret, "code", code, "password", canaries.make("wrong password for a second step")));
        talk.form("/account/second-step", Map.of("secret", secret, "code", code, "password", password));
        Matcher codes = PAPER.matcher(talk.lastBody());
        List<String> paper = codes.results().map(found -> found.group(1)).toList();
        assertThat(paper).as("codes for on paper").hasSize(8);
        for (int i = 0; i < paper.size(); i++) {
            canaries.keep("code on paper " + i, paper.get(i), "page");
        }
        return paper;
    }

    private Talk signInAgain(String password, List<String> paper) throws Exception {
        Talk talk = stranger.stranger();
        signIn(talk, "coordinator", password);
        assertThat(talk.get("/login/code")).isEqualTo(200);
        talk.form("/login/code", Map.of("code", canaries.make("wrong code of the second step")));
        talk.get("/login/code");
        talk.form("/login/code", Map.of("code", paper.get(0)));
        canaries.keep("session", talk.cookie("session"), "cookies");
        canaries.keep("browser", talk.cookie("browser"), "cookies");
        assertThat(talk.get("/phones")).as("signed in with both steps").isEqualTo(200);
        return talk;
    }

    private static Set<String> keys(Talk talk) {
        return KEYS.matcher(talk.lastBody()).results().map(key -> key.group(1)).collect(Collectors.toSet());
    }

    private void apiKeys(Talk talk, String password) throws Exception {
        talk.get("/account");
        Set<String> before = keys(talk);
        talk.form("/account/keys", Map.of("password", canaries.make("wrong password for a key")));
        talk.form("/account/keys", Map.of("password", password));
        canaries.keep("api key", Pieces.shown(talk, "[A-Za-z0-9_-]{43}"), "page");
        Set<String> made = keys(talk);
        made.removeAll(before);
        assertThat(made).hasSize(1);
        talk.form("/account/keys/" + made.iterator().next() + "/revoke", Map.of());
        Talk script = stranger.script(canaries.make("wrong key"));
        script.read("api", "/api/v1/installs");
        stranger.stranger()
                .api(
                        "api",
                        "GET",
                        "/api/v1/installs",
                        new byte[0],
                        "Authorization",
                        "Basic " + Pieces.base64(canaries.make("basic")));
    }
}
