package nl.bereik.server;

import static nl.bereik.server.ContactSamples.item;
import static nl.bereik.server.TestPhone.gzip;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.enrolment.EnrolRequest;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushReply;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.enrolment.EnrolmentCodes;
import nl.bereik.server.install.Installs;
import nl.bereik.server.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

@SpringBootTest(classes = SyncApp.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
final class SyncSliceTest {
    private static final byte[] ONE_ITEM = PushBatch.encode(List.of(item(1)));

    @LocalServerPort
    private int port;

    @Autowired
    private TestTime time;

    @Autowired
    private Installs installs;

    @Autowired
    private EnrolmentCodes codes;

    @Autowired
    private SyncApp.Breaker breaker;

    private final TestPhone phone = new TestPhone();

    @BeforeEach
    void enrolled() {
        installs.add(phone.install("team")).block();
        breaker.set(null);
    }

    @Test
    void takesAPushPlainAndZipped() {
        byte[] reply = ok(send(phone, HttpMethod.POST, SyncPaths.PUSH, ONE_ITEM, null));
        assertThat(PushReply.decode(reply).outcomes())
                .extracting(ItemOutcome::verdict)
                .allMatch(Verdict::held);
        byte[] again = ok(send(phone, HttpMethod.POST, SyncPaths.PUSH, gzip(ONE_ITEM), "gzip"));
        assertThat(PushReply.decode(again).outcomes())
                .extracting(ItemOutcome::verdict)
                .containsExactly(Verdict.DUPLICATE);
        assertThat(PushReply.decode(again).custody().through()).isEqualTo(1);
    }

    @Test
    void whatWasAcknowledgedIsInTheFigures() {
        TestPhone other = new TestPhone();
        installs.add(other.install("team")).block();
        long before = contacts();
        byte[] batch = PushBatch.encode(
                LongStream.rangeClosed(1001, 1010).mapToObj(i -> item(i)).toList());
        ok(send(other, HttpMethod.POST, SyncPaths.PUSH, gzip(batch), "gzip"));
        assertThat(contacts()).isEqualTo(before + 10);
    }

    private long contacts() {
        return Json.readObject(ok(client().get()
                        .uri("/api/v1/figures/2025S1")
                        .exchange()
                        .expectBody()
                        .returnResult()))
                .number("contacts");
    }

    @Test
    void notesTheDayThePhoneWasSeen() {
        ok(send(phone, HttpMethod.GET, SyncPaths.REFERENCE, new byte[0], null));
        assertThat(installs.find(phone.id()).blockOptional().orElseThrow().lastSeenOn())
                .isEqualTo("2025-06-01");
    }

    @Test
    void answersReferenceDataByItsTag() {
        ReferenceData data = ReferenceData.gelderlandZuid();
        assertThat(ok(send(phone, HttpMethod.GET, SyncPaths.REFERENCE, new byte[0], null)))
                .isEqualTo(data.json().bytes());
        client().get()
                .uri(SyncPaths.REFERENCE)
                .header(RequestProof.HEADER, phone.proof("GET", SyncPaths.REFERENCE, new byte[0], time.instant()))
                .header(HttpHeaders.IF_NONE_MATCH, data.etag())
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, data.etag())
                .expectBody()
                .isEmpty();
    }

    @Test
    void zipsItsAnswers() throws IOException, InterruptedException {
        // Not with WebTestClient, which unpacks by itself and hides it.
        HttpResponse<byte[]> reply = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + SyncPaths.REFERENCE))
                                .header(
                                        RequestProof.HEADER,
                                        phone.proof("GET", SyncPaths.REFERENCE, new byte[0], time.instant()))
                                .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(reply.headers().firstValue(HttpHeaders.CONTENT_ENCODING)).contains("gzip");
        assertThat(reply.headers().firstValue(HttpHeaders.ETAG)).isPresent();
        assertThat(new GZIPInputStream(new ByteArrayInputStream(reply.body())))
                .hasBinaryContent(ReferenceData.gelderlandZuid().json().bytes());
    }

    @Test
    void refusesABodyTooLarge() {
        byte[] large = new byte[PushBatch.MAX_BYTES + 1];
        Arrays.fill(large, (byte) ' ');
        refused(Reason.BODY_TOO_LARGE, send(phone, HttpMethod.POST, SyncPaths.PUSH, large, null));
        refused(Reason.BODY_TOO_LARGE, send(phone, HttpMethod.POST, SyncPaths.PUSH, gzip(large), "gzip"));
        refused(Reason.BODY_TOO_LARGE, send(phone, HttpMethod.POST, SyncPaths.PUSH, new byte[5_000_000], "gzip"));
    }

    @Test
    void aZipBombIsNotUnpacked() {
        byte[] bomb = gzip(new byte[100_000_000]);
        assertThat(bomb.length).isLessThan(PushBatch.MAX_BYTES);
        refused(Reason.BODY_TOO_LARGE, send(phone, HttpMethod.POST, SyncPaths.PUSH, bomb, "gzip"));
    }

    @Test
    void takesABatchOfTheLargestSize() {
        byte[] largest = Arrays.copyOf(ONE_ITEM, PushBatch.MAX_BYTES);
        Arrays.fill(largest, ONE_ITEM.length, largest.length, (byte) ' ');
        ok(send(phone, HttpMethod.POST, SyncPaths.PUSH, largest, null));
        ok(send(phone, HttpMethod.POST, SyncPaths.PUSH, gzip(largest), "gzip"));
    }

    @Test
    void refusesBrokenGzip() {
        byte[] zipped = gzip(ONE_ITEM);
        refused(Reason.BROKEN_GZIP, send(phone, HttpMethod.POST, SyncPaths.PUSH, ONE_ITEM, "gzip"));
        byte[] cut = Arrays.copyOf(zipped, zipped.length - 9);
        refused(Reason.BROKEN_GZIP, send(phone, HttpMethod.POST, SyncPaths.PUSH, cut, "gzip"));
        zipped[zipped.length - 5] ^= 1;
        refused(Reason.BROKEN_GZIP, send(phone, HttpMethod.POST, SyncPaths.PUSH, zipped, "gzip"));
        refused(Reason.UNSUPPORTED_MEDIA_TYPE, send(phone, HttpMethod.POST, SyncPaths.PUSH, ONE_ITEM, "br"));
    }

    @Test
    void refusesBrokenJson() {
        for (String broken : List.of("", "{", "[]", "{\"items\":[]} x", "{\"items\":[", "{\"a\":1,\"a\":1}")) {
            refused(Reason.BROKEN_JSON, push(broken.getBytes(StandardCharsets.UTF_8)));
        }
        refused(Reason.BROKEN_JSON, push(new byte[] {'{', (byte) 0xff, '}'}));
        assertThat(refused(Reason.MISSING_FIELD, push("{}".getBytes(StandardCharsets.UTF_8)))
                        .field())
                .isEqualTo("items");
        assertThat(refused(Reason.WRONG_TYPE, push("{\"items\":7}".getBytes(StandardCharsets.UTF_8)))
                        .field())
                .isEqualTo("items");
    }

    @Test
    void refusesTooManyItems() {
        String items = "7,".repeat(100) + "7";
        refused(Reason.TOO_MANY_ITEMS, push(("{\"items\":[" + items + "]}").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesAWrongSignature() {
        RequestProof right = proofOf(ONE_ITEM);
        refused(Reason.WRONG_SIGNATURE, sendProof(null, ONE_ITEM));
        refused(Reason.WRONG_SIGNATURE, sendProof("", ONE_ITEM));
        refused(Reason.WRONG_SIGNATURE, sendProof("a.b.c", ONE_ITEM));
        refused(Reason.WRONG_SIGNATURE, sendProof("x".repeat(5000), ONE_ITEM));
        refused(Reason.WRONG_SIGNATURE, sendProof(phone.proof(right, "JWT", phone.id()), ONE_ITEM));
        refused(
                Reason.WRONG_SIGNATURE,
                sendProof(new TestPhone().proof(right, RequestProof.TYPE, phone.id()), ONE_ITEM));
        refused(
                Reason.WRONG_SIGNATURE,
                sendProof(phone.proof("GET", SyncPaths.PUSH, ONE_ITEM, time.instant()), ONE_ITEM));
        refused(
                Reason.WRONG_SIGNATURE,
                sendProof(phone.proof("POST", SyncPaths.PUSH + "?x", ONE_ITEM, time.instant()), ONE_ITEM));
        refused(
                Reason.WRONG_SIGNATURE,
                sendProof(phone.proof("POST", SyncPaths.PUSH, new byte[] {1}, time.instant()), ONE_ITEM));
        String whole = phone.proof(right);
        refused(Reason.WRONG_SIGNATURE, sendProof(whole.substring(0, whole.lastIndexOf('.') + 1), ONE_ITEM));
        ok(sendProof(whole, ONE_ITEM));
    }

    @Test
    void theQueryIsSignedToo() {
        String path = SyncPaths.REFERENCE + "?a=%20b";
        ok(client().get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .header(RequestProof.HEADER, phone.proof("GET", path, new byte[0], time.instant()))
                .exchange()
                .expectBody()
                .returnResult());
    }

    @Test
    void refusesUnknownAndRevokedInstalls() {
        refused(Reason.UNKNOWN_INSTALL, send(new TestPhone(), HttpMethod.POST, SyncPaths.PUSH, ONE_ITEM, null));
        installs.revoke(phone.id(), time.instant()).block();
        refused(Reason.REVOKED_INSTALL, push(ONE_ITEM));
        refused(
                Reason.WRONG_SIGNATURE,
                sendProof(new TestPhone().proof(proofOf(ONE_ITEM), RequestProof.TYPE, phone.id()), ONE_ITEM));
    }

    @Test
    void refusesASkewedClockAndTellsTheTime() {
        for (Duration skew : List.of(Duration.ofSeconds(301), Duration.ofSeconds(-301))) {
            String proof =
                    phone.proof("POST", SyncPaths.PUSH, ONE_ITEM, time.instant().plus(skew));
            assertThat(refused(Reason.CLOCK_SKEW, sendProof(proof, ONE_ITEM)).serverTime())
                    .isEqualTo(time.instant());
        }
        ok(sendProof(
                phone.proof("POST", SyncPaths.PUSH, ONE_ITEM, time.instant().plusSeconds(300)), ONE_ITEM));
    }

    @Test
    void refusesAReplay() {
        String proof = phone.proof(proofOf(ONE_ITEM));
        ok(sendProof(proof, ONE_ITEM));
        refused(Reason.REPLAYED, sendProof(proof, ONE_ITEM));
    }

    @Test
    void enrolsOncePerCode() {
        TestPhone first = new TestPhone();
        TestPhone second = new TestPhone();
        EnrolmentCode code = issue(Duration.ofMinutes(10));
        EnrolReply reply = EnrolReply.decode(ok(enrol(first, first.enrolRequest(code))));
        assertThat(reply).isEqualTo(new EnrolReply(first.id(), "team", time.instant()));
        assertThat(EnrolReply.decode(ok(enrol(first, first.enrolRequest(code)))))
                .isEqualTo(reply);
        refused(Reason.USED_CODE, enrol(second, second.enrolRequest(code)));
        ok(send(first, HttpMethod.POST, SyncPaths.PUSH, ONE_ITEM, null));
    }

    @Test
    void refusesCodesThatAreUnknownOrExpired() {
        TestPhone fresh = new TestPhone();
        refused(Reason.UNKNOWN_CODE, enrol(fresh, fresh.enrolRequest(new EnrolmentCode("0000000000"))));
        refused(Reason.UNKNOWN_CODE, enrol(fresh, enrolRequest("no code", fresh.publicKey())));
        EnrolmentCode code = issue(Duration.ZERO);
        refused(Reason.EXPIRED_CODE, enrol(fresh, fresh.enrolRequest(code)));
    }

    @Test
    void refusesAnEnrolmentThatIsNotProven() throws JOSEException {
        TestPhone fresh = new TestPhone();
        byte[] body = fresh.enrolRequest(issue(Duration.ofMinutes(10)));
        refused(Reason.WRONG_SIGNATURE, enrol(new TestPhone(), body));
        refused(Reason.BROKEN_JSON, enrol(fresh, new byte[] {'{'}));
        assertThat(refused(Reason.MISSING_FIELD, enrol(fresh, "{}".getBytes(StandardCharsets.UTF_8)))
                        .field())
                .isEqualTo("code");
        ECKey p384 = new ECKeyGenerator(Curve.P_384).generate().toPublicJWK();
        refused(Reason.WRONG_TYPE, enrol(fresh, enrolRequest("0000000000", p384)));
        ECKey withPrivatePart = new ECKeyGenerator(Curve.P_256).generate();
        refused(Reason.WRONG_TYPE, enrol(fresh, enrolRequest("0000000000", withPrivatePart)));
        ok(enrol(fresh, body));
    }

    @Test
    void refusesPathsMethodsAndPeriodsItDoesNotKnow() {
        refused(Reason.NOT_FOUND, get("/sync/v2/push"));
        refused(Reason.NOT_FOUND, get("/api/v1/nothing"));
        refused(Reason.METHOD_NOT_ALLOWED, get(SyncPaths.PUSH));
        for (String period : List.of("2025S3", "x", "2025Q0", "1999")) {
            assertThat(refused(Reason.UNKNOWN_PERIOD, get("/api/v1/figures/" + period))
                            .field())
                    .isEqualTo("period");
        }
    }

    @Test
    void aStoreThatIsAwayMeansLater() {
        breaker.set(new StoreUnavailableException(new IllegalStateException("secret")));
        EntityExchangeResult<byte[]> result = push(ONE_ITEM);
        refused(Reason.STORE_UNAVAILABLE, result);
        assertThat(result.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .isEqualTo("5");
    }

    @Test
    void aFaultTellsNothing() {
        breaker.set(new IllegalStateException("secret"));
        EntityExchangeResult<byte[]> result = push(ONE_ITEM);
        refused(Reason.SERVER_FAULT, result);
        assertThat(new String(body(result), StandardCharsets.UTF_8)).doesNotContain("secret");
    }

    private EnrolmentCode issue(Duration goodFor) {
        return codes.issue("team", goodFor).blockOptional().orElseThrow();
    }

    private static byte[] enrolRequest(String code, ECKey key) {
        return new EnrolRequest(code, JsonObject.of(Map.copyOf(key.toJSONObject()))).encode();
    }

    private EntityExchangeResult<byte[]> enrol(TestPhone by, byte[] body) {
        return send(by, HttpMethod.POST, SyncPaths.ENROL, gzip(body), "gzip");
    }

    private EntityExchangeResult<byte[]> push(byte[] body) {
        return send(phone, HttpMethod.POST, SyncPaths.PUSH, body, null);
    }

    private RequestProof proofOf(byte[] body) {
        return new RequestProof(
                "POST",
                SyncPaths.PUSH,
                RequestProof.hash(body),
                time.instant(),
                UUID.randomUUID().toString());
    }

    private EntityExchangeResult<byte[]> get(String path) {
        return client().get().uri(path).exchange().expectBody().returnResult();
    }

    private EntityExchangeResult<byte[]> send(
            TestPhone by, HttpMethod method, String path, byte[] body, @Nullable String encoding) {
        return exchange(method, path, body, encoding, by.proof(method.name(), path, body, time.instant()));
    }

    private EntityExchangeResult<byte[]> sendProof(@Nullable String proof, byte[] body) {
        return exchange(HttpMethod.POST, SyncPaths.PUSH, body, null, proof);
    }

    private EntityExchangeResult<byte[]> exchange(
            HttpMethod method, String path, byte[] body, @Nullable String encoding, @Nullable String proof) {
        WebTestClient.RequestBodySpec request = client().method(method).uri(path);
        if (proof != null) {
            request.header(RequestProof.HEADER, proof);
        }
        if (encoding != null) {
            request.header(HttpHeaders.CONTENT_ENCODING, encoding);
        }
        return (body.length == 0 ? request : request.bodyValue(body))
                .exchange()
                .expectBody()
                .returnResult();
    }

    private WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    private static byte[] ok(EntityExchangeResult<byte[]> result) {
        assertThat(result.getStatus().value())
                .as(() -> new String(body(result), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return body(result);
    }

    private static Refusal refused(Reason reason, EntityExchangeResult<byte[]> result) {
        Refusal refusal = Refusal.decode(body(result));
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(result.getStatus().value()).isEqualTo(reason.status());
        assertThat(String.valueOf(result.getResponseHeaders().getContentType())).isEqualTo(Refusal.MEDIA_TYPE);
        return refusal;
    }

    private static byte[] body(EntityExchangeResult<byte[]> result) {
        return Objects.requireNonNullElse(result.getResponseBody(), new byte[0]);
    }
}
