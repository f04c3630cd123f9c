package nl.bereik.server;

import static nl.bereik.server.ContactSamples.item;
import static nl.bereik.server.TestPhone.gzip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushReply;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.protocol.sync.SyncPaths;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** What a phone gets that does everything right. */
final class SyncSliceTest extends SyncSlice {
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
                LongStream.rangeClosed(900_001, 900_010).mapToObj(i -> item(i)).toList());
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
    void takesABatchOfTheLargestSize() {
        byte[] largest = Arrays.copyOf(ONE_ITEM, PushBatch.MAX_BYTES);
        Arrays.fill(largest, ONE_ITEM.length, largest.length, (byte) ' ');
        ok(send(phone, HttpMethod.POST, SyncPaths.PUSH, largest, null));
        ok(send(phone, HttpMethod.POST, SyncPaths.PUSH, gzip(largest), "gzip"));
    }

    @Test
    void enrolsOncePerCode() {
        TestPhone first = new TestPhone();
        TestPhone second = new TestPhone();
        EnrolmentCode code = issue(Duration.ofMinutes(10));
        EnrolReply reply = EnrolReply.decode(ok(enrol(first, first.enrolRequest(code))));
        assertThat(reply).isEqualTo(new EnrolReply(first.id(), "team", time.instant(), false));
        assertThat(EnrolReply.decode(ok(enrol(first, first.enrolRequest(code)))))
                .isEqualTo(reply);
        refused(Reason.USED_CODE, enrol(second, second.enrolRequest(code)));
        refused(Reason.NOT_APPROVED, send(first, HttpMethod.POST, SyncPaths.PUSH, ONE_ITEM, null));
        assertThat(installs.approve(first.id()).block()).isTrue();
        assertThat(EnrolReply.decode(ok(enrol(first, first.enrolRequest(code)))).approved())
                .isTrue();
        ok(send(first, HttpMethod.POST, SyncPaths.PUSH, ONE_ITEM, null));
    }
}
