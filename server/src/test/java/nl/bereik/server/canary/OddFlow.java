package nl.bereik.server.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.TestPhone;

/** What nobody sends in good faith, and lines that are torn. */
final class OddFlow {
    private final Canaries canaries;
    private final Talk talk;
    private final String by;

    OddFlow(Canaries canaries, String by, Talk talk) {
        this.canaries = canaries;
        this.by = by;
        this.talk = talk;
    }

    private String make(String what, String... places) {
        return canaries.make(what + " by " + by, places);
    }

    void run() throws Exception {
        paths();
        headers();
        forms();
        asGoodAsFaults();
    }

    private void paths() throws Exception {
        for (String before : List.of(
                "/phones/",
                "/accounts/",
                "/periods/",
                "/needs/",
                "/case-managers/",
                "/nothing/",
                "/css/",
                "/webjars/",
                "/actuator/",
                "/actuator/health/",
                "/sync/v1/",
                "/login/")) {
            talk.get(before + make("path " + before));
            talk.get(before + "%ff" + make("broken path " + before));
        }
        for (String shut : List.of("env", "heapdump", "metrics", "loggers", "httpexchanges", "beans", "configprops")) {
            talk.get("/actuator/" + shut);
        }
        talk.get("/audit?who=" + make("who") + "&act=" + make("act") + "&day=" + make("day") + "&before="
                + make("before"));
        talk.get("/needs?who=" + make("need of") + "&team=" + make("need team") + "&done=" + make("needs done"));
        talk.get("/phones?revoked=" + make("revoked"));
        talk.get("/login?error=" + make("login query") + "&wait=" + make("wait"));
        talk.get("/figures?" + make("query name") + "=%ff");
        for (String target : List.of("/login?", "/login/organisation/return?code=", "/api/v1/figures/", "/sync/v1/")) {
            talk.raw("GET " + target + "%zz" + make("no escape " + target)
                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
        }
        talk.api("api", make("method").toUpperCase(Locale.ROOT), "/figures", new byte[0]);
    }

    private void headers() throws Exception {
        talk.get("/login", "X-Forwarded-Host", make("host"), "Accept-Language", make("language"));
        talk.get("/login", "Accept", make("accept") + "/" + make("accepted"));
        talk.get("/login", "Cookie", "session=" + make("cookie"));
        talk.get("/login", "Authorization", "Bearer " + make("bearer"));
        talk.get("/figures", "Referer", "http://x/" + make("referer"), "User-Agent", make("agent"));
        talk.api("api", "POST", "/login", new byte[0], "Content-Type", make("content type"));
        talk.api("api", "POST", "/login", Pieces.bytes(make("not zipped form")), "Content-Encoding", make("encoding"));
    }

    private void forms() throws Exception {
        talk.form("/language", Map.of("language", make("chosen language"), "here", "//" + make("here")));
        talk.form("/phones/" + make("phone") + "/revoke", Map.of());
        talk.form("/phones/codes", Map.of("holder", make("page holder"), "team", make("page team")));
        talk.form("/phones/codes", Map.of("_csrf", make("wrong token")));
        talk.form("/accounts", Map.of("name", make("odd name") + " !", "role", make("role")));
        talk.form("/accounts/" + make("no account") + "/disable", Map.of());
        talk.form("/needs/assign", Map.of("need", make("odd need"), "to", make("odd person")));
        talk.form("/needs/" + make("no need") + "/" + make("no act of a need"), Map.of("to", make("nobody to act on")));
        talk.form("/case-managers/" + make("case manager"), Map.of("caseload", make("odd caseload")));
        talk.form("/login/code", Map.of("code", make("given code")));
        talk.form("/account/password", Map.of("old", make("old"), "new", make("new"), "again", make("again")));
        talk.form("/account/keys/" + make("key") + "/revoke", Map.of());
    }

    /** What makes the server fail, or as good as. */
    private void asGoodAsFaults() throws Exception {
        byte[] form = Pieces.bytes("username=%zz" + make("broken form") + "&password=" + make("broken password"));
        assertThat(talk.api(
                        "api",
                        "POST",
                        "/login?next=" + make("query of a fault"),
                        form,
                        "Content-Type",
                        "application/x-www-form-urlencoded"))
                .isEqualTo(400);
        talk.get("/login/organisation/return?code=" + make("code in vain") + "&state=" + make("state in vain"));
        String head = " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        talk.raw(
                "GET /login?x=" + make("query of no request") + head + "Cookie: session=" + make("cookie of no request")
                        + "\r\nAuthorization: Bearer " + make("key of no request") + "\r\n" + make("no header")
                        + "\r\n\r\n");
        talk.raw("GET /login?x=" + make("long query") + "x".repeat(9000) + head + "\r\n");
        talk.raw("GET /login" + head + "Cookie: session=" + make("long cookie") + "x".repeat(9000) + "\r\n\r\n");
        talk.raw("POST /login?x=" + make("query of no length") + head + "Cookie: session=" + make("cookie of no length")
                + "\r\nContent-Length: " + make("no length") + "\r\n\r\n");
        talk.raw("POST /login?x=" + make("query of no chunk") + head
                + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
                + make("no chunk") + "\r\n\r\n");
        for (int i = 0; i < 3; i++) {
            talk.tear(
                    "POST /login?x=" + make("torn query " + i) + head
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\nusername="
                            + make("torn in a form " + i),
                    false);
            talk.get("/login");
        }
    }

    void tornLines(TestPhone phone) throws Exception {
        String cookie = "Cookie: session=" + talk.cookie("session") + "\r\n";
        String to = " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + cookie;
        for (int i = 0; i < 5; i++) {
            talk.tear("GET /figures/changes" + to + "Accept: text/event-stream\r\n\r\n", true);
            talk.tear("GET /needs/changes" + to + "Accept: text/event-stream\r\n\r\n", true);
            talk.tear("GET /figures" + to + "Accept: text/html\r\n\r\n", i % 2 == 0);
            talk.tear(
                    "POST /login" + to
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\n"
                            + "username=" + make("torn name " + i) + "&password=" + make("torn password " + i),
                    false);
            talk.tear("POST " + SyncPaths.PUSH + to + "Content-Length: 9000\r\n\r\n" + make("torn push " + i), false);
            talk.tear("GET /" + make("no http " + i) + "\r\n\r\n", false);
            talk.tear("GET / HTTP/1.1\r\n" + make("no header " + i) + "\r\n\r\n", false);
            // Something for those who listen, so that the server writes to lines that are gone.
            talk.phone(
                    "sync",
                    phone,
                    "POST",
                    SyncPaths.PUSH,
                    PushBatch.encode(List.of(Pieces.item(10 + i, ContactCodec.KIND, Pieces.contact(Pieces.today())))));
            talk.get("/figures");
        }
    }
}
