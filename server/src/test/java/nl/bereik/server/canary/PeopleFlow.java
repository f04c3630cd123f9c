package nl.bereik.server.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.bereik.server.staffweb.StandInIssuer;

/** Accounts that are added, changed and closed, and people who come from their organisation. */
final class PeopleFlow {
    /** Of a group of the issuer that makes somebody a coordinator everywhere. */
    static final String GROUP = "kanariegroupzq";

    private static final String ONE_TIME = "[0-9a-z]{4}(?:-[0-9a-z]{4}){3}";

    private final Canaries canaries;
    private final Talk coordinator;

    PeopleFlow(Canaries canaries, Talk coordinator) {
        this.canaries = canaries;
        this.coordinator = coordinator;
    }

    /** Somebody who works here; the name of the account. */
    String accounts() throws Exception {
        // Names belong where accounts are named.
        String name = canaries.make(
                "account name",
                "accounts",
                "sessions",
                "audit",
                "page",
                "error",
                "redirects",
                "enrolmentCodes",
                "installs",
                "api",
                "needs",
                "careprofiles",
                "state");
        coordinator.get("/accounts");
        coordinator.form("/accounts", Map.of("name", name, "role", "VIEWER", "everywhere", "on"));
        String oneTime = canaries.keep("one-time password", Pieces.shown(coordinator, ONE_TIME), "page");
        Talk worker = coordinator.stranger();
        SignInFlow.signIn(worker, name, oneTime);
        worker.get("/account/password");
        String chosen = canaries.make("password of another");
        worker.form("/account/password", Map.of("old", oneTime, "new", chosen, "again", chosen));
        assertThat(worker.get("/account")).isEqualTo(200);
        assertThat(worker.get("/published")).isEqualTo(200);
        assertThat(worker.get("/figures")).isEqualTo(403);
        worker.form("/account/sign-out-everywhere", Map.of());

        String account = "/accounts/" + name;
        coordinator.get(account);
        coordinator.form(account + "/change", Map.of("role", "CASE_MANAGER", "everywhere", "on"));
        for (String act : List.of("disable", "enable", "sign-out", "reset-second-step", "reset-password")) {
            coordinator.get(account);
            coordinator.form(account + "/" + act, Map.of());
        }
        canaries.keep("password made anew", Pieces.shown(coordinator, ONE_TIME), "page");
        coordinator.get("/accounts");
        coordinator.form("/accounts", Map.of("name", name, "role", "WORKER", "everywhere", "on"));
        return name;
    }

    void organisation(StandInIssuer issuer) throws Exception {
        canaries.keep("client secret", StandInIssuer.SECRET);
        issuer.subject = canaries.make("subject there", "accounts", "sessions", "audit", "page", "error", "needs");
        issuer.others = Map.of(
                "name",
                canaries.make("name there", "accounts", "page", "error"),
                "email",
                canaries.make("address there"));
        issuer.groups = List.of(GROUP, canaries.make("other group"));
        Talk person = coordinator.stranger();
        arrive(person, depart(person, "right"));
        assertThat(person.get("/figures")).as("signed in at the organisation").isEqualTo(200);
        canaries.keep("session from there", person.cookie("session"), "cookies");
        person.form("/logout", Map.of());

        for (StandInIssuer.Cheat cheat : StandInIssuer.Cheat.values()) {
            if (cheat != StandInIssuer.Cheat.NONE) {
                issuer.cheat = cheat;
                Talk cheated = coordinator.stranger();
                arrive(cheated, depart(cheated, cheat.name()));
            }
        }
        issuer.cheat = StandInIssuer.Cheat.NONE;
        issuer.groups = List.of(canaries.make("unknown group"));
        Talk unknown = coordinator.stranger();
        arrive(unknown, depart(unknown, "nothing here"));

        Talk lost = coordinator.stranger();
        depart(lost, "lost");
        lost.get("/login/organisation/return?error=" + canaries.make("issuer error") + "&error_description="
                + canaries.make("issuer description"));
        lost.get("/login/organisation/return?code=" + canaries.make("made up code") + "&state="
                + canaries.make("made up state"));
        Talk again = coordinator.stranger();
        String state = state(depart(again, "made up"));
        again.get("/login/organisation/return?code=" + canaries.make("code unknown there") + "&state=" + state);
        int number = 0;
        for (String given : issuer.given()) {
            canaries.keep("given by the issuer " + ++number, given);
        }
    }

    /** Where the browser is sent. */
    private String depart(Talk talk, String what) throws Exception {
        talk.get("/login/organisation");
        String[] kept = talk.cookie("organisation").split("\\.");
        canaries.keep("state " + what, kept[0], "cookies", "redirects");
        canaries.keep("nonce " + what, kept[1], "cookies", "redirects");
        canaries.keep("verifier " + what, kept[2], "cookies");
        return talk.lastLocation();
    }

    private static void arrive(Talk talk, String atIssuer) throws Exception {
        Talk there = new Talk(talk.port());
        there.get(atIssuer);
        talk.get(there.lastLocation());
    }

    private static String state(String atIssuer) {
        String from = atIssuer.substring(atIssuer.indexOf("state=") + "state=".length());
        return from.split("&", 2)[0];
    }
}
