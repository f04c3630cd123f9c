package nl.bereik.server.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.recovery.RecoveryFile;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.server.TestPhone;
import nl.bereik.server.retention.Retention;
import nl.bereik.server.retention.RetentionNow;

/** What is done at a desk: quarantine, files handed in, figures, half-years, retention, the audit trail. */
final class DeskFlow {
    private static final Pattern RELEASE = Pattern.compile("(/releases/[0-9a-f]{12})/csv");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    private final Canaries canaries;
    private final Talk coordinator;
    private final Talk script;

    DeskFlow(Canaries canaries, Talk coordinator, Talk script) {
        this.canaries = canaries;
        this.coordinator = coordinator;
        this.script = script;
    }

    /** @param pulled what the phone has pulled, among it the key for files */
    void quarantineAndRecovery(TestPhone phone, String pulled) throws Exception {
        assertThat(script.read("api", "/api/v1/quarantine")).isEqualTo(200);
        assertThat(script.post("api", "/api/v1/quarantine/review", Map.of())).isEqualTo(200);
        for (String noFile : List.of(
                canaries.make("no file"),
                "{\"" + canaries.make("file of json") + "\":1}",
                Pieces.base64(canaries.make("head of a file")) + ".a.b.c.d")) {
            script.api("api", "POST", "/api/v1/recovery", Pieces.bytes(noFile));
        }
        PushItem inFile =
                Pieces.item(9, "newer-kind", JsonObject.of(Map.of("t", canaries.make("in a file", "quarantine"))));
        assertThat(script.api("api", "POST", "/api/v1/recovery", sealedFile(phone, pulled, List.of(inFile))))
                .isEqualTo(200);
    }

    private byte[] sealedFile(TestPhone phone, String pulled, List<PushItem> items) throws Exception {
        StateReply state = StateReply.decode(Pieces.bytes(pulled));
        String jwk = state.changes().stream()
                .filter(record -> record.kind().equals(RecoveryFile.KEY_KIND))
                .map(record -> record.body().text())
                .findFirst()
                .orElseThrow();
        return encrypt(phone.signed(RecoveryFile.SIGNED_TYPE, TestPhone.gzip(PushBatch.encode(items))), jwk);
    }

    private static byte[] encrypt(String signed, String jwk) throws JOSEException, ParseException {
        JWEObject sealed = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
                        .type(new JOSEObjectType(RecoveryFile.TYPE))
                        .build(),
                new Payload(signed));
        sealed.encrypt(new ECDHEncrypter(ECKey.parse(jwk)));
        return Pieces.bytes(sealed.serialize());
    }

    void figures() throws Exception {
        assertThat(coordinator.get("/figures")).isEqualTo(200);
        coordinator.get("/figures/2021");
        script.read("api", "/api/v1/figures/2021S1");
        script.read("api", "/api/v1/figures/" + canaries.make("period"));
        coordinator.get("/");
        coordinator.get("/published");
        assertThat(coordinator.get("/reports")).isEqualTo(200);
        coordinator.get("/reports/2021S1");
        coordinator.get("/reports/2021S1/csv");
        assertThat(coordinator.get("/reports/2021S1/words")).isEqualTo(200);
        coordinator.form("/reports/2021S1/words", Map.of("NEEDS", canaries.make("own words", "page", "reportWords")));
        coordinator.get("/reports/2021S1");
        coordinator.get("/reports/" + canaries.make("report") + "/pdf");
    }

    void targets() throws Exception {
        assertThat(coordinator.get("/targets")).isEqualTo(200);
        Map<String, String> wrong = Map.of(
                "region",
                canaries.make("region"),
                "figure",
                canaries.make("figure"),
                "period",
                "MONTHS",
                "from",
                canaries.make("first month", "error"),
                "to",
                canaries.make("last month", "error"),
                "number",
                canaries.make("number", "error"));
        assertThat(coordinator.form("/targets", wrong)).isEqualTo(422);
        Map<String, String> right = Map.of("region", "region", "figure", "NEEDS", "period", "2021", "number", "40");
        coordinator.form("/targets", right);
        assertThat(coordinator.lastLocation()).isEqualTo("/targets?done=set");
        String one = "/targets/region/2021/NEEDS";
        assertThat(coordinator.get(one)).isEqualTo(200);
        assertThat(coordinator.form(one, Map.of("number", canaries.make("other number", "error"))))
                .isEqualTo(422);
        coordinator.form(one, Map.of("number", "41"));
        assertThat(coordinator.get(one + "/remove")).isEqualTo(200);
        coordinator.form(one + "/remove", Map.of());
        assertThat(coordinator.lastLocation()).isEqualTo("/targets?done=removed");
        coordinator.get("/targets/" + canaries.make("region of a target") + "/2021/NEEDS");
    }

    void exploring() throws Exception {
        assertThat(coordinator.get("/explore?period=2021S1")).isEqualTo(200);
        assertThat(coordinator.get("/explore?period=" + canaries.make("explored period")
                        + "&show=" + canaries.make("explored figures")
                        + "&team=" + canaries.make("explored team")))
                .isEqualTo(422);
        coordinator.get("/explore?from=" + canaries.make("explored month", "error"));
    }

    /** Of a half-year that is sealed. */
    void releases() throws Exception {
        coordinator.get("/releases/prepare?period=" + canaries.make("released period"));
        assertThat(coordinator.get("/releases/prepare?period=2021S1")).isEqualTo(200);
        Matcher seen = SEEN.matcher(coordinator.lastBody());
        assertThat(seen.find()).as("a digest of what would leave").isTrue();
        Map<String, String> unseen = Map.of("period", "2021S1", "sure", "yes", "seen", canaries.make("release seen"));
        assertThat(coordinator.form("/releases", unseen)).isEqualTo(422);
        coordinator.form("/releases", Map.of("period", "2021S1", "sure", "yes", "seen", seen.group(1)));
        assertThat(coordinator.get("/releases")).isEqualTo(200);
        Matcher release = RELEASE.matcher(coordinator.lastBody());
        assertThat(release.find()).as("a release").isTrue();
        assertThat(coordinator.get(release.group())).isEqualTo(200);
        assertThat(coordinator.get(release.group(1))).isEqualTo(200);
        coordinator.get("/releases/" + canaries.make("release"));
    }

    void retention(Retention retention) throws Exception {
        script.post("api", "/api/v1/periods/" + canaries.make("sealed period") + "/seal", Map.of());
        script.read("api", "/api/v1/periods");
        coordinator.get("/periods");
        coordinator.get("/periods/2021S1/seal");
        coordinator.form("/periods/2021S1/seal", Map.of());
        script.post("api", "/api/v1/periods/2020S1/seal", Map.of());
        coordinator.get("/periods/2021S1/late");
        coordinator.form("/periods/2021S1/late", Map.of("seen", canaries.make("digest seen")));
        script.read("api", "/api/v1/retention/dry-run");
        assertThat(script.lastHeard("api")).contains("\"2021S1\":1");
        assertThat(RetentionNow.run(retention).block()).as("let go of").isEqualTo(1);
    }

    void audit() throws Exception {
        script.post("api", "/api/v1/audit/verify?head=" + canaries.make("head"), Map.of());
        assertThat(script.post("api", "/api/v1/audit/verify", Map.of())).isEqualTo(200);
        coordinator.get("/audit");
        coordinator.form("/audit/verify", Map.of());
        coordinator.get("/audit");
    }
}
