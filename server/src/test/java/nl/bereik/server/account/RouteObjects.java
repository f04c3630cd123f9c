package nl.bereik.server.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each route names, and what to send so that it does something. */
final class RouteObjects {
    private static final Map<String, Sample> ALL = new LinkedHashMap<>();

    static {
        // Strangers and everybody
        plain("GET /login", "POST /login", "POST /language", "GET /actuator/health", "GET /", "POST /logout");
        plain("GET /actuator", "GET /actuator/health/{*path}");
        // Own account
        put("GET /login/organisation", sample("/login/organisation").refusedItself());
        plain("GET /login/organisation/return");
        plain("GET /login/code", "POST /login/code", "GET /account/second-step", "POST /account/second-step");
        plain("GET /account", "GET /account/password", "POST /account/sign-out-everywhere", "POST /account/keys");
        put("POST /account/password", new Sample(path("/account/password"), null, "old=x&new=y&again=z", null));
        put(
                "POST /account/keys/{id}/revoke",
                new Sample(
                                things -> "/account/keys/" + things.ownKey() + "/revoke",
                                things -> "/account/keys/" + things.foreignKey() + "/revoke",
                                "",
                                null)
                        .ofOnePerson());
        // Figures
        plain("GET /figures", "GET /figures/changes", "GET /published", "GET /reports");
        plain("GET /releases", "GET /releases/prepare", "POST /releases");
        put("GET /reports/{period}", sample("/reports/2025S1"));
        put("GET /reports/{period}/words", sample("/reports/2025S1/words"));
        put("POST /reports/{period}/words", sample("/reports/2025S1/words"));
        put("GET /reports/{period}/{kind}", sample("/reports/2025S1/csv"));
        put("GET /releases/{id}", new Sample(things -> "/releases/" + things.release(), null, "", null));
        put(
                "GET /releases/{id}/{kind}",
                new Sample(things -> "/releases/" + things.release() + "/csv", null, "", null));
        put(
                "GET /explore",
                new Sample(path("/explore?team=north"), path("/explore?team=south"), "", null).refusedAsAPage());
        plain("GET /targets");
        String needs = "figure=NEEDS&number=7&period=2020&region=";
        put("POST /targets", ofTeam("/targets", needs).refusedAsAPage());
        put("GET /targets/{region}/{period}/{figure}", ofTarget("", ""));
        put("POST /targets/{region}/{period}/{figure}", ofTarget("", "number=7"));
        put("GET /targets/{region}/{period}/{figure}/remove", ofTarget("/remove", ""));
        put("POST /targets/{region}/{period}/{figure}/remove", ofTarget("/remove", ""));
        put("GET /figures/{period}", sample("/figures/2025S1"));
        put("GET /api/v1/figures/{period}", sample("/api/v1/figures/2025S1"));
        // Phones
        plain("GET /phones", "GET /api/v1/installs");
        put("POST /phones/codes", ofTeam("/phones/codes", "team="));
        put(
                "POST /api/v1/enrolment-codes",
                new Sample(
                        path("/api/v1/enrolment-codes?team=north"),
                        path("/api/v1/enrolment-codes?team=south"),
                        "",
                        null));
        put("GET /phones/{id}/wipe", ofPhone("/phones/", "/wipe", "", null));
        put("POST /phones/{id}/wipe", ofPhone("/phones/", "/wipe", "", null));
        put("POST /phones/{id}/approve", ofPhone("/phones/", "/approve", "digits={digits}", null));
        put("POST /phones/{id}/refuse", ofPhone("/phones/", "/refuse", "", null));
        put("GET /phones/{id}/revoke", ofPhone("/phones/", "/revoke", "", null));
        put("POST /phones/{id}/revoke", ofPhone("/phones/", "/revoke", "", null));
        put(
                "POST /api/v1/installs/{id}/approve",
                ofPhone("/api/v1/installs/", "/approve", null, "{\"digits\": \"{digits}\"}"));
        put("POST /api/v1/installs/{id}/refuse", ofPhone("/api/v1/installs/", "/refuse", "", null));
        put("POST /api/v1/installs/{id}/revoke", ofPhone("/api/v1/installs/", "/revoke", "", null));
        put("POST /api/v1/installs/{id}/wipe", ofPhone("/api/v1/installs/", "/wipe", "", null));
        // Accounts
        plain("GET /accounts");
        put(
                "POST /accounts",
                ofTeam("/accounts", "name=new-{random}&role=WORKER&team=").refusedAsAPage());
        for (String act : Set.of("disable", "enable", "sign-out", "reset-password", "reset-second-step")) {
            put("POST /accounts/{name}/" + act, ofAccount("/accounts/", "/" + act, ""));
        }
        put("POST /accounts/{name}/change", ofAccount("/accounts/", "/change", "role=WORKER&team=north"));
        put("GET /accounts/{name}", ofAccount("/accounts/", "", ""));
        // Needs and who takes them
        plain("GET /needs", "GET /needs/changes", "GET /needs/conference", "GET /case-managers");
        put("GET /needs/{id}", ofNeed("", ""));
        put("GET /needs/{id}/withdraw", ofNeed("/withdraw", ""));
        put("POST /needs/{id}/{act}", ofNeed("/withdraw", ""));
        put(
                "POST /needs/assign",
                new Sample(path("/needs/assign"), path("/needs/assign"), "need={need}&to=nobody", null)
                        .refusedAsAPage());
        put("GET /case-managers/{name}", ofCaseManager(""));
        put("POST /case-managers/{name}", ofCaseManager("organisation=GGD&caseload=4&turn=1"));
        // For the help desk
        plain("GET /api/v1/quarantine", "POST /api/v1/quarantine/review", "POST /api/v1/recovery");
        // Of all teams together
        plain("POST /api/v1/audit/verify", "GET /audit", "POST /audit/verify", "GET /api/v1/retention/dry-run");
        plain("GET /periods", "GET /api/v1/periods");
        put("POST /api/v1/periods/{period}/seal", sample("/api/v1/periods/2024S1/seal"));
        put("GET /periods/{period}/seal", sample("/periods/2024S1/seal"));
        put("POST /periods/{period}/seal", sample("/periods/2024S1/seal"));
        put("GET /periods/{period}/late", sample("/periods/2024S1/late"));
        put("POST /periods/{period}/late", sample("/periods/2024S1/late"));
        // Phones themselves
        plain("GET /sync/v1/state", "GET /sync/v1/custody", "GET /sync/v1/reference", "GET /sync/v1/doorbell");
        put("POST /sync/v1/state", json("/sync/v1/state", "{\"known\": {}}"));
        put("POST /sync/v1/push", json("/sync/v1/push", "{\"items\": []}"));
        put("POST /sync/v1/push-token", json("/sync/v1/push-token", "{}"));
        put("POST /sync/v1/team-key", json("/sync/v1/team-key", "{}"));
        put("POST /sync/v1/renew", json("/sync/v1/renew", "{\"publicKey\": {}}"));
        put("POST /sync/v1/enrol", json("/sync/v1/enrol", "{}").refusedItself());
        put("GET /sync/v1/orders/{id}", new Sample(things -> "/sync/v1/orders/" + things.ownPhone(), null, "", null));
        put("POST /sync/v1/wiped", json("/sync/v1/wiped", "{}").refusedItself());
    }

    private RouteObjects() {}

    /**
     * What to send to a route.
     *
     * @param foreign names something outside the caller's teams; null when the route names nothing
     * @param form {@code {digits}}, {@code {need}} and {@code {random}} are filled in; null when JSON is sent
     * @param strict whether a refusal for what was sent counts as a hole
     * @param ofATeam whether whoever has all teams may reach the foreign thing
     * @param pageOfForeign the status with which a page tells that what was asked for is not there, when it stays
     */
    record Sample(
            Function<MatrixThings, String> own,
            @Nullable Function<MatrixThings, String> foreign,
            @Nullable String form,
            @Nullable String json,
            boolean strict,
            @Nullable String foreignForm,
            int pageOfForeign,
            boolean ofATeam) {
        Sample(
                Function<MatrixThings, String> own,
                @Nullable Function<MatrixThings, String> foreign,
                @Nullable String form,
                @Nullable String json) {
            this(own, foreign, form, json, true, null, 404, true);
        }

        /** The handler itself refuses the stranger's body, in its own way. */
        Sample refusedItself() {
            return new Sample(own, foreign, form, json, false, foreignForm, pageOfForeign, ofATeam);
        }

        /** What it names is somebody's own, and not for whoever has all teams either. */
        Sample ofOnePerson() {
            return new Sample(own, foreign, form, json, strict, foreignForm, pageOfForeign, false);
        }

        Sample refusedAsAPage() {
            return new Sample(own, foreign, form, json, strict, foreignForm, 422, ofATeam);
        }
    }

    static @Nullable Sample of(String route) {
        return ALL.get(route);
    }

    static Set<String> all() {
        return ALL.keySet();
    }

    private static void plain(String... routes) {
        for (String route : routes) {
            put(route, sample(route.substring(route.indexOf(' ') + 1).replace("{*path}", "x")));
        }
    }

    private static void put(String route, Sample sample) {
        ALL.put(route, sample);
    }

    private static Sample sample(String path) {
        return new Sample(path(path), null, "", null);
    }

    private static Sample json(String path, String json) {
        return new Sample(path(path), null, null, json);
    }

    private static Sample ofTeam(String path, String form) {
        return new Sample(path(path), path(path), form + "north", null, true, form + "south", 404, true);
    }

    private static Sample ofPhone(String before, String after, @Nullable String form, @Nullable String json) {
        return new Sample(
                things -> before + things.ownPhone() + after,
                things -> before + things.foreignPhone() + after,
                form,
                json);
    }

    private static Sample ofNeed(String after, String form) {
        return new Sample(
                things -> "/needs/" + things.need(true) + after,
                things -> "/needs/" + things.need(false) + after,
                form,
                null);
    }

    private static Sample ofTarget(String after, String form) {
        return new Sample(
                things -> "/targets/" + things.target("north") + after,
                things -> "/targets/" + things.target("south") + after,
                form,
                null);
    }

    private static Sample ofCaseManager(String form) {
        return new Sample(
                things -> "/case-managers/" + things.caseManager("north"),
                things -> "/case-managers/" + things.caseManager("south"),
                form,
                null);
    }

    private static Sample ofAccount(String before, String after, String form) {
        return new Sample(
                things -> before + things.ownAccount() + after,
                things -> before + things.foreignAccount() + after,
                form,
                null);
    }

    private static Function<MatrixThings, String> path(String path) {
        return things -> path;
    }
}
