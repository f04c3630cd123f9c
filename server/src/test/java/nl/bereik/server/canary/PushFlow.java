package nl.bereik.server.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.enrolment.RenewRequest;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.state.StateRequest;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.protocol.wipe.WipedReport;
import nl.bereik.server.TestPhone;

/** Phones of the first version, and requests that no phone makes. */
final class PushFlow {
    /** Long ago enough to be let go of. */
    static final LocalDate LONG_AGO = LocalDate.of(2021, 3, 14);

    private static final byte[] NOTHING = new byte[0];

    private final Canaries canaries;
    private final Talk script;
    private final Talk line;
    private final TestPhone phone = new TestPhone();
    private String pulled = "";

    PushFlow(Canaries canaries, Talk script) {
        this.canaries = canaries;
        this.script = script;
        this.line = script.stranger();
    }

    TestPhone phone() {
        return phone;
    }

    String pulled() {
        return pulled;
    }

    void run() throws Exception {
        enrol();
        items();
        broken();
        proofs();
        others();
    }

    private void enrol() throws Exception {
        script.post(
                "api",
                "/api/v1/enrolment-codes",
                Map.of("holder", canaries.make("no account"), "more", canaries.make("unknown field")));
        script.post("code", "/api/v1/enrolment-codes", Map.of());
        EnrolmentCode code =
                EnrolmentCode.parse(Json.readObject(script.lastHeard("code")).text("code"));
        canaries.keep("code", code.text());
        canaries.keep("code as told", code.display(), "code");
        JsonObject publicKey = JsonObject.of(phone.publicKey().toJSONObject());
        enrol(Map.of("code", canaries.make("wrong code"), "publicKey", publicKey));
        enrol(Map.of("code", canaries.make("code without a key")));
        enrol(Map.of("code", code.text(), "publicKey", JsonObject.of(Map.of("kty", canaries.make("kind of key")))));
        enrol(Map.of("code", code.text(), "publicKey", publicKey, "sealKey", canaries.make("seal key")));
        assertThat(enrol(Map.of("code", code.text(), "publicKey", publicKey, "more", canaries.make("more"))))
                .isEqualTo(200);
        String approve = "/api/v1/installs/" + phone.id() + "/approve";
        script.post("api", approve, Map.of("digits", canaries.make("digits")));
        script.read("installs", "/api/v1/installs");
        for (JsonObject install : Json.readObject(script.lastHeard("installs")).list("installs", JsonObject.class)) {
            if (phone.id().equals(install.text("id"))) {
                assertThat(script.post("api", approve, Map.of("digits", install.text("digits"))))
                        .isEqualTo(204);
            }
        }
    }

    private int enrol(Map<String, Object> body) throws Exception {
        return line.phone("sync", phone, "POST", SyncPaths.ENROL, Pieces.json(new LinkedHashMap<>(body)));
    }

    private void items() throws Exception {
        JsonObject noted = Pieces.contact(Pieces.today(), canaries.make("note", "contacts", "quarantine", "state"));
        List<PushItem> items = List.of(
                Pieces.item(
                        1, ContactCodec.KIND, Pieces.with(noted, "newer", canaries.make("newer field", "contacts"))),
                Pieces.item(
                        2, ContactCodec.KIND, Pieces.with(noted, "area", canaries.make("unknown area", "quarantine"))),
                Pieces.item(
                        3,
                        canaries.make("unknown kind", "quarantine", "api"),
                        JsonObject.of(Map.of("text", canaries.make("unknown item", "quarantine")))),
                Pieces.item(4, ContactCodec.KIND, Pieces.with(noted, "on", canaries.make("wrong day"))),
                Pieces.item(5, ContactCodec.KIND, Pieces.with(noted, "note", canaries.make("readable note"))),
                Pieces.item(6, ContactCodec.KIND, JsonObject.of(Map.of("x", canaries.make("other shape")))),
                // Let go of before the end.
                Pieces.item(
                        7,
                        ContactCodec.KIND,
                        Pieces.with(
                                Pieces.contact(LONG_AGO, canaries.make("old note")),
                                "newer",
                                canaries.make("old field"))));
        assertThat(push(PushBatch.encode(items))).isEqualTo(200);
        PushItem conflicting = new PushItem(
                items.get(0).opId(),
                8,
                ContactCodec.KIND,
                1,
                Pieces.with(noted, "newer", canaries.make("conflict", "quarantine")));
        assertThat(push(PushBatch.encode(List.of(conflicting)))).isEqualTo(200);
    }

    private int push(byte[] body) throws Exception {
        return line.phone("sync", phone, "POST", SyncPaths.PUSH, body);
    }

    private void broken() throws Exception {
        for (String broken : List.of(
                "{\"items\": [{\"opId\": \"" + canaries.make("op id", "sync") + "\"}]}",
                "{\"items\": [" + canaries.make("broken json"),
                "{\"items\": \"" + canaries.make("wrong type") + "\"}",
                "{\"" + canaries.make("field name") + "\": 1}",
                canaries.make("no json"))) {
            push(Pieces.bytes(broken));
        }
        byte[] notZipped = Pieces.bytes(canaries.make("not zipped"));
        line.api(
                "sync",
                "POST",
                SyncPaths.PUSH,
                notZipped,
                "Content-Encoding",
                "gzip",
                RequestProof.HEADER,
                phone.proof("POST", SyncPaths.PUSH, notZipped, Instant.now()));
    }

    private void proofs() throws Exception {
        String hash = RequestProof.hash(NOTHING);
        proof(canaries.make("no proof"));
        proof(phone.proof(
                new RequestProof("POST", SyncPaths.PUSH, hash, Instant.EPOCH, canaries.make("nonce of 1970"))));
        proof(new TestPhone()
                .proof(
                        new RequestProof("POST", SyncPaths.PUSH, hash, Instant.now(), canaries.make("nonce")),
                        RequestProof.TYPE,
                        canaries.make("key id")));
        proof(phone.proof(
                new RequestProof(canaries.make("method"), SyncPaths.PUSH, hash, Instant.now(), "a"),
                canaries.make("type"),
                phone.id()));
    }

    private void proof(String proof) throws Exception {
        line.api("sync", "POST", SyncPaths.PUSH, NOTHING, RequestProof.HEADER, proof);
    }

    private void others() throws Exception {
        for (String path : List.of(SyncPaths.TEAM_KEY, SyncPaths.RENEW, SyncPaths.STATE)) {
            line.phone("sync", phone, "POST", path, Pieces.json(Map.of("x", canaries.make("to " + path))));
        }
        line.phone(
                "sync",
                phone,
                "POST",
                SyncPaths.TEAM_KEY,
                Pieces.json(Map.of("sealKey", canaries.make("seal key in a post"))));
        tokenOf("ANDROID", canaries.make("push token", "pushTokens"));
        tokenOf(canaries.make("platform"), canaries.make("refused push token"));
        line.phone("sync", phone, "GET", SyncPaths.STATE, NOTHING);
        assertThat(line.phone("state", phone, "POST", SyncPaths.STATE, new StateRequest(Map.of()).encode()))
                .isEqualTo(200);
        pulled = line.lastBody();
        line.phone("sync", phone, "GET", SyncPaths.CUSTODY, NOTHING);
        line.phone("sync", phone, "GET", SyncPaths.REFERENCE, NOTHING);
        // Open for minutes: its beginning is enough, and a torn line is what phones leave behind.
        line.tear(
                "GET " + SyncPaths.DOORBELL + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + RequestProof.HEADER + ": "
                        + phone.proof("GET", SyncPaths.DOORBELL, NOTHING, Instant.now()) + "\r\n\r\n",
                true);
        line.api("sync", "GET", SyncPaths.DOORBELL, NOTHING, RequestProof.HEADER, canaries.make("proof at the door"));
        line.api("sync", "GET", SyncPaths.ORDERS + canaries.make("orders of"), NOTHING);
        line.api(
                "sync",
                "POST",
                SyncPaths.WIPED,
                new WipedReport(canaries.make("wiped install"), canaries.make("wipe token")).encode());
        line.api(
                "sync",
                "POST",
                SyncPaths.WIPED,
                Pieces.json(Map.of("installId", 1, "x", canaries.make("torn report"))));
    }

    private void tokenOf(String platform, String token) throws Exception {
        byte[] body = Pieces.json(Map.of("token", token, "platform", platform));
        line.phone("sync", phone, "POST", SyncPaths.PUSH_TOKEN, body);
    }

    /** As a phone does that was restored from a backup; it goes on under another key, and this one may send no more. */
    void renew() throws Exception {
        byte[] body = new RenewRequest(JsonObject.of(new TestPhone().publicKey().toJSONObject())).encode();
        assertThat(line.phone("sync", phone, "POST", SyncPaths.RENEW, body)).isEqualTo(200);
    }
}
