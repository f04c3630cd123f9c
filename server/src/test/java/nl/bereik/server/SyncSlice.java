package nl.bereik.server;

import static nl.bereik.server.ContactSamples.item;
import static nl.bereik.server.TestPhone.gzip;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.bereik.protocol.enrolment.EnrolRequest;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.enrolment.EnrolmentCodes;
import nl.bereik.server.install.Installs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The server over HTTP as a phone meets it, on stores in memory. */
@SpringBootTest(classes = SyncApp.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class SyncSlice {
    static final byte[] ONE_ITEM = PushBatch.encode(List.of(item(1)));

    @LocalServerPort
    int port;

    @Autowired
    TestTime time;

    @Autowired
    Installs installs;

    @Autowired
    EnrolmentCodes codes;

    @Autowired
    SyncApp.Breaker breaker;

    final TestPhone phone = new TestPhone();

    @BeforeEach
    void enrolled() {
        installs.add(phone.install("team")).block();
        breaker.set(null);
    }

    EnrolmentCode issue(Duration goodFor) {
        return codes.issue("team", goodFor).blockOptional().orElseThrow();
    }

    static byte[] enrolRequest(String code, ECKey key) {
        return new EnrolRequest(code, JsonObject.of(Map.copyOf(key.toJSONObject())), null).encode();
    }

    EntityExchangeResult<byte[]> enrol(TestPhone by, byte[] body) {
        return send(by, HttpMethod.POST, SyncPaths.ENROL, gzip(body), "gzip");
    }

    EntityExchangeResult<byte[]> push(byte[] body) {
        return send(phone, HttpMethod.POST, SyncPaths.PUSH, body, null);
    }

    RequestProof proofOf(byte[] body) {
        return new RequestProof(
                "POST",
                SyncPaths.PUSH,
                RequestProof.hash(body),
                time.instant(),
                UUID.randomUUID().toString());
    }

    EntityExchangeResult<byte[]> get(String path) {
        return client().get().uri(path).exchange().expectBody().returnResult();
    }

    EntityExchangeResult<byte[]> send(
            TestPhone by, HttpMethod method, String path, byte[] body, @Nullable String encoding) {
        return exchange(method, path, body, encoding, by.proof(method.name(), path, body, time.instant()));
    }

    EntityExchangeResult<byte[]> sendProof(@Nullable String proof, byte[] body) {
        return exchange(HttpMethod.POST, SyncPaths.PUSH, body, null, proof);
    }

    EntityExchangeResult<byte[]> exchange(
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

    WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    static byte[] ok(EntityExchangeResult<byte[]> result) {
        assertThat(result.getStatus().value())
                .as(() -> new String(body(result), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return body(result);
    }

    static Refusal refused(Reason reason, EntityExchangeResult<byte[]> result) {
        Refusal refusal = Refusal.decode(body(result));
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(result.getStatus().value()).isEqualTo(reason.status());
        assertThat(String.valueOf(result.getResponseHeaders().getContentType())).isEqualTo(Refusal.MEDIA_TYPE);
        return refusal;
    }

    static byte[] body(EntityExchangeResult<byte[]> result) {
        return Objects.requireNonNullElse(result.getResponseBody(), new byte[0]);
    }
}
