package nl.bereik.server;

import static nl.bereik.server.ContactSamples.id;
import static nl.bereik.server.ContactSamples.item;
import static nl.bereik.server.TestPhone.gzip;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.enrolment.RenewRequest;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.state.Outcomes;
import nl.bereik.protocol.state.StateDigest;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.state.StateRequest;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.CustodyPage;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.sync.PushReply;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.server.intake.MemoryQuarantine;
import nl.bereik.server.intake.Quarantine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** The pull and what belongs to it over HTTP. */
final class PullSliceTest extends SyncSlice {
    private static final StateRecord REFERENCE = ReferenceData.gelderlandZuid().record();
    private static final byte[] NONE = new byte[0];

    @Autowired
    Quarantine quarantine;

    @Test
    void aPhoneThatHasItAllHearsSoAndNothingMore() {
        EntityExchangeResult<byte[]> reply = compare(StateDigest.etag(StateReply.revs(List.of(REFERENCE))));
        assertThat(reply.getStatus().value()).isEqualTo(304);
        assertThat(body(reply)).isEmpty();
        assertThat(custody(reply)).isEqualTo(Custody.NONE);
    }

    @Test
    void aPhoneThatHasNotIsToldWhatIsNewChangedAndGone() {
        assertThat(compare(StateDigest.etag(Map.of())).getStatus().value()).isEqualTo(204);
        StateReply first = difference(Map.of());
        assertThat(first).isEqualTo(new StateReply(List.of(REFERENCE), List.of()));
        assertThat(difference(Map.of("reference", "older", "need:1", "3")))
                .isEqualTo(new StateReply(List.of(REFERENCE), List.of("need:1")));
        assertThat(difference(Map.of("reference", REFERENCE.rev()))).isEqualTo(new StateReply(List.of(), List.of()));
    }

    @Test
    void whatBecameOfAnItemUnderReviewIsPulledByItsPhoneOnly() {
        PushItem poem = new PushItem(id(7), 1, "poem", 1, JsonObject.of(Map.of()));
        EntityExchangeResult<byte[]> pushed = push(PushBatch.encode(List.of(poem)));
        assertThat(PushReply.decode(ok(pushed)).outcomes())
                .extracting(ItemOutcome::verdict)
                .containsExactly(Verdict.QUARANTINED);
        ItemOutcome outcome = new ItemOutcome(id(7).toString(), Verdict.ACCEPTED, List.of());
        ((MemoryQuarantine) quarantine)
                .items().stream()
                        .filter(kept -> kept.install().equals(phone.id()))
                        .forEach(kept -> quarantine.resolve(kept, outcome).block());
        Map<String, String> known = Map.of("reference", REFERENCE.rev());
        assertThat(difference(known).changes()).containsExactly(Outcomes.record(outcome));
        TestPhone other = new TestPhone();
        installs.add(other.install("team")).block();
        assertThat(StateReply.decode(ok(
                        send(other, HttpMethod.POST, SyncPaths.STATE, gzip(new StateRequest(known).encode()), "gzip"))))
                .isEqualTo(new StateReply(List.of(), List.of()));
    }

    @Test
    void theReviewIsAScriptsCommand() {
        JsonObject report = Json.readObject(ok(client().post()
                .uri("/api/v1/quarantine/review")
                .exchange()
                .expectBody()
                .returnResult()));
        assertThat(report.members().keySet()).containsExactly("looked", "accepted", "rejected", "left");
        push(PushBatch.encode(List.of(new PushItem(id(8), 9, "poem", 1, JsonObject.of(Map.of("secret", "canary"))))));
        String waiting = new String(ok(get("/api/v1/quarantine")), StandardCharsets.UTF_8);
        assertThat(waiting).contains("UNKNOWN_KIND", "poem").doesNotContain("canary");
    }

    @Test
    void listsWhatIsHeldPageByPage() {
        for (long from = 1; from <= 1101; from += 100) {
            ok(push(PushBatch.encode(
                    LongStream.range(from, from + 100).mapToObj(i -> item(i)).toList())));
        }
        CustodyPage first = page("");
        assertThat(first.held()).hasSize(1024).startsWith(new CustodyPage.Held(1, ContentHash.of(item(1))));
        assertThat(first.next()).isEqualTo(1025);
        CustodyPage second = page("?from=1025");
        assertThat(second.held()).hasSize(1200 - 1024).endsWith(new CustodyPage.Held(1200, ContentHash.of(item(1200))));
        assertThat(second.next()).isNull();
        assertThat(page("?from=1150").held()).hasSize(51);
        refused(Reason.WRONG_TYPE, send(phone, HttpMethod.GET, SyncPaths.CUSTODY + "?from=0", NONE, null));
        refused(Reason.WRONG_TYPE, send(phone, HttpMethod.GET, SyncPaths.CUSTODY + "?from=x", NONE, null));
    }

    @Test
    void aPhoneGoesOnUnderAnotherKeyAndIsRevokedAsOne() {
        TestPhone restored = new TestPhone();
        assertThat(renew(phone, restored).installId()).isEqualTo(restored.id());
        assertThat(renew(phone, restored).team()).isEqualTo("team");
        TestPhone again = new TestPhone();
        renew(restored, again);
        assertThat(installs.find(again.id()).blockOptional().orElseThrow().renews())
                .isEqualTo(phone.id());
        ok(send(again, HttpMethod.POST, SyncPaths.PUSH, ONE_ITEM, null));

        refused(Reason.NOT_ALLOWED, renewal(phone, phone));
        TestPhone other = new TestPhone();
        installs.add(other.install("team")).block();
        refused(Reason.NOT_ALLOWED, renewal(phone, other));

        installs.revoke(restored.id(), time.instant()).block();
        for (TestPhone each : List.of(phone, restored, again)) {
            refused(Reason.REVOKED_INSTALL, send(each, HttpMethod.POST, SyncPaths.PUSH, ONE_ITEM, null));
        }
        refused(Reason.REVOKED_INSTALL, renewal(again, new TestPhone()));
    }

    @Test
    void theDetachedProofCoversTheSame() {
        String proof = phone.detachedProof("POST", SyncPaths.PUSH, ONE_ITEM, time.instant());
        ok(sendProof(proof, ONE_ITEM));
        refused(Reason.REPLAYED, sendProof(proof, ONE_ITEM));
        refused(
                Reason.WRONG_SIGNATURE,
                sendProof(phone.detachedProof("GET", SyncPaths.PUSH, ONE_ITEM, time.instant()), ONE_ITEM));
        refused(
                Reason.WRONG_SIGNATURE,
                sendProof(phone.detachedProof("POST", SyncPaths.STATE, ONE_ITEM, time.instant()), ONE_ITEM));
        refused(
                Reason.WRONG_SIGNATURE,
                sendProof(phone.detachedProof("POST", SyncPaths.PUSH, NONE, time.instant()), ONE_ITEM));
        refused(
                Reason.CLOCK_SKEW,
                sendProof(
                        phone.detachedProof(
                                "POST", SyncPaths.PUSH, ONE_ITEM, time.instant().plusSeconds(301)),
                        ONE_ITEM));
        refused(Reason.WRONG_SIGNATURE, sendProof(proof.replace("..", ".e30."), ONE_ITEM));
        refused(Reason.WRONG_SIGNATURE, sendProof("..", ONE_ITEM));
    }

    private EntityExchangeResult<byte[]> compare(String etag) {
        return client().get()
                .uri(SyncPaths.STATE)
                .header(RequestProof.HEADER, phone.proof("GET", SyncPaths.STATE, NONE, time.instant()))
                .header(HttpHeaders.IF_NONE_MATCH, etag)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private StateReply difference(Map<String, String> known) {
        EntityExchangeResult<byte[]> reply =
                send(phone, HttpMethod.POST, SyncPaths.STATE, gzip(new StateRequest(known).encode()), "gzip");
        custody(reply);
        return StateReply.decode(ok(reply));
    }

    private static Custody custody(EntityExchangeResult<byte[]> reply) {
        return Custody.fromHeader(String.valueOf(reply.getResponseHeaders().getFirst(Custody.HEADER)));
    }

    private CustodyPage page(String query) {
        return CustodyPage.decode(ok(send(phone, HttpMethod.GET, SyncPaths.CUSTODY + query, NONE, null)));
    }

    private EnrolReply renew(TestPhone by, TestPhone as) {
        return EnrolReply.decode(ok(renewal(by, as)));
    }

    private EntityExchangeResult<byte[]> renewal(TestPhone by, TestPhone as) {
        byte[] body = new RenewRequest(JsonObject.of(as.publicKey().toJSONObject())).encode();
        return send(by, HttpMethod.POST, SyncPaths.RENEW, body, null);
    }
}
