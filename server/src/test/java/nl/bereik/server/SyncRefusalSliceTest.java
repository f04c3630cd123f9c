package nl.bereik.server;

import static nl.bereik.server.TestPhone.gzip;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.store.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** What is told to a phone, or a stranger, that does something wrong. */
final class SyncRefusalSliceTest extends SyncSlice {
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
        time.move(Duration.ofMinutes(10));
        for (Duration skew : List.of(Duration.ofSeconds(61), Duration.ofSeconds(-301))) {
            String proof =
                    phone.proof("POST", SyncPaths.PUSH, ONE_ITEM, time.instant().plus(skew));
            assertThat(refused(Reason.CLOCK_SKEW, sendProof(proof, ONE_ITEM)).serverTime())
                    .isEqualTo(time.instant());
        }
        for (long right : new long[] {60, 0, -300}) {
            ok(sendProof(
                    phone.proof("POST", SyncPaths.PUSH, ONE_ITEM, time.instant().plusSeconds(right)), ONE_ITEM));
        }
    }

    @Test
    void refusesAReplay() {
        String proof = phone.proof(proofOf(ONE_ITEM));
        ok(sendProof(proof, ONE_ITEM));
        refused(Reason.REPLAYED, sendProof(proof, ONE_ITEM));
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
}
