package nl.bereik.server;

import static nl.bereik.server.TestPhone.gzip;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.protocol.sync.SyncPaths;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.http.client.HttpClient;

/**
 * Codes cannot be guessed over HTTP. Every test calls from addresses of its own; all of 127.0.0.0/8 is this machine.
 */
final class EnrolmentTriesSliceTest extends SyncSlice {
    private static final int AT_ONCE = 30;
    private static final int AT_ONCE_BY_ALL = 200;
    private static final EnrolmentCode WRONG = new EnrolmentCode("0000000000");

    @BeforeEach
    void asLongAgoAsEverybodyTogetherWaits() {
        time.move(Duration.ofSeconds(4));
    }

    @Test
    void thirtyWrongCodesFromOneAddressAndThenOnePerTenSeconds() {
        WebTestClient guesser = from("127.0.1.1");
        guess(guesser, AT_ONCE);

        EntityExchangeResult<byte[]> refusal = enrol(guesser, WRONG);
        refused(Reason.TOO_MANY_REQUESTS, refusal);
        assertThat(refusal.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .isEqualTo("10");
        refused(Reason.TOO_MANY_REQUESTS, enrol(guesser, issue(Duration.ofMinutes(10))));

        guess(from("127.0.1.2"), 1);
        time.move(Duration.ofSeconds(10));
        guess(guesser, 1);
        refused(Reason.TOO_MANY_REQUESTS, enrol(guesser, WRONG));
    }

    @Test
    void whatWasNoGuessIsGivenBack() {
        WebTestClient office = from("127.0.2.1");
        EnrolmentCode code = issue(Duration.ofMinutes(10));
        for (int i = 0; i <= AT_ONCE; i++) {
            ok(enrol(office, code));
            refused(Reason.BROKEN_JSON, send(office, "{".getBytes(StandardCharsets.UTF_8)));
        }

        guess(office, AT_ONCE);
        refused(Reason.TOO_MANY_REQUESTS, enrol(office, WRONG));
    }

    @Test
    void everybodyTogetherHasTwoHundredTriesAtOnce() {
        for (int left = AT_ONCE_BY_ALL, address = 1; left > 0; left -= AT_ONCE, address++) {
            guess(from("127.0.3." + address), Math.min(left, AT_ONCE));
        }

        WebTestClient another = from("127.0.3.100");
        for (int i = 0; i <= AT_ONCE; i++) {
            EntityExchangeResult<byte[]> refusal = enrol(another, WRONG);
            refused(Reason.TOO_MANY_REQUESTS, refusal);
            assertThat(refusal.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                    .isEqualTo("1");
        }

        time.move(Duration.ofSeconds(4));
        guess(another, AT_ONCE);
    }

    private void guess(WebTestClient from, int times) {
        for (int i = 0; i < times; i++) {
            refused(Reason.UNKNOWN_CODE, enrol(from, WRONG));
        }
    }

    private EntityExchangeResult<byte[]> enrol(WebTestClient from, EnrolmentCode code) {
        return send(from, phone.enrolRequest(code));
    }

    private EntityExchangeResult<byte[]> send(WebTestClient from, byte[] body) {
        byte[] sent = gzip(body);
        return from.post()
                .uri(SyncPaths.ENROL)
                .header(HttpHeaders.CONTENT_ENCODING, "gzip")
                .header(RequestProof.HEADER, phone.proof("POST", SyncPaths.ENROL, sent, time.instant()))
                .bodyValue(sent)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private WebTestClient from(String address) {
        HttpClient client = HttpClient.create().bindAddress(() -> new InetSocketAddress(address, 0));
        return WebTestClient.bindToServer(new ReactorClientHttpConnector(client))
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }
}
