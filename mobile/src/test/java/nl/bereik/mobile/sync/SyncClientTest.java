package nl.bereik.mobile.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.mobile.sync.SyncResult.End;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.Backoff;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushReply;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.protocol.sync.SyncPaths;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncClientTest {
    private static final URI ADDRESS = URI.create("https://bereik.example/base");
    private static final EnrolmentCode CODE = new EnrolmentCode("ABCDE12345");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final MemoryDisk disk = new MemoryDisk();
    private final Phone phone = PhoneSamples.open(disk);
    private final StandInServer server = new StandInServer();
    private final List<Duration> waits = new ArrayList<>();
    private final SyncClient client = new SyncClient(phone, server, waits::add);

    @BeforeEach
    void enrol() throws InterruptedException {
        assertThat(client.sync(1).end()).isEqualTo(End.NOT_ENROLLED);
        assertThat(client.enrol(ADDRESS, CODE)).isEqualTo(new EnrolResult(End.COMPLETE, null));
        server.requests.clear();
    }

    @Test
    void pushesEverythingInOrderAndProvesIt() throws InterruptedException {
        log(250);
        assertThat(client.sync(1)).isEqualTo(new SyncResult(End.COMPLETE, 250, 0, 0, true, null));
        assertThat(server.batchSizes).containsExactly(100, 100, 50);
        assertThat(server.held.values().stream().map(item -> item.opSeq()).toList())
                .isSorted()
                .startsWith(1L)
                .endsWith(250L);
        assertThat(phone.outbox().status().provedAt()).isEqualTo(PhoneSamples.NOW);
    }

    @Test
    void nothingNewIsOneRequestWithoutABody() throws InterruptedException {
        assertThat(client.sync(1).end()).isEqualTo(End.COMPLETE);
        assertThat(server.requests).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.body()).isEmpty();
        });
    }

    @Test
    void withoutCoverageEverythingWaitsOn() throws InterruptedException {
        log(3);
        server.tricks.add(StandInServer.noCoverage());
        assertThat(client.sync(1)).isEqualTo(new SyncResult(End.NO_COVERAGE, 0, 0, 3, false, null));
        assertThat(phone.outbox().items()).extracting(OutboxItem::state).containsOnly(ItemState.WAITING);
        assertThat(phone.outbox().stateOf(phone.outbox().items().get(0).opId())).isEqualTo(ItemState.WAITING);
    }

    @Test
    void aLostReplyDoublesNothing() throws InterruptedException {
        log(3);
        server.tricks.add(StandInServer.replyLost());
        assertThat(client.sync(2)).isEqualTo(new SyncResult(End.COMPLETE, 3, 0, 0, true, null));
        assertThat(server.held).hasSize(3);
        assertThat(waits).singleElement().satisfies(wait -> assertThat(wait)
                .isBetween(Duration.ZERO, Backoff.ceiling(0)));
    }

    @Test
    void aRoundCutOffAfterItsLastPushIsProvedByTheNext() throws InterruptedException {
        log(3);
        server.tricks.add((request, self) -> self.serve(request));
        server.tricks.add(StandInServer.noCoverage());
        assertThat(client.sync(1)).isEqualTo(new SyncResult(End.NO_COVERAGE, 3, 0, 0, false, null));
        assertThat(client.sync(1)).isEqualTo(new SyncResult(End.COMPLETE, 0, 0, 0, true, null));
        assertThat(server.batchSizes).containsExactly(3);
    }

    @Test
    void anIdMissingFromTheReplyIsSentAgain() throws InterruptedException {
        log(3);
        server.tricks.add((request, self) -> {
            PushReply whole = PushReply.decode(self.serve(request).body());
            return new WireReply(
                    200,
                    Map.of(),
                    new PushReply(whole.serverTime(), whole.outcomes().subList(0, 1), whole.custody()).encode());
        });
        assertThat(client.sync(1)).isEqualTo(new SyncResult(End.COMPLETE, 3, 0, 0, true, null));
        assertThat(server.batchSizes).containsExactly(3, 2);
    }

    @Test
    void anAnswerAboutItemsNeverSentIsPassedOver() throws InterruptedException {
        log(1);
        server.tricks.add((request, self) -> new WireReply(
                200,
                Map.of(),
                new PushReply(
                                PhoneSamples.NOW,
                                List.of(
                                        new ItemOutcome(UUID.randomUUID().toString(), Verdict.ACCEPTED, List.of()),
                                        new ItemOutcome("nonsense", Verdict.ACCEPTED, List.of())),
                                self.custody())
                        .encode()));
        assertThat(client.sync(1).proved()).isTrue();
        assertThat(server.held).hasSize(1);
    }

    @Test
    void refusedAndUnreadItemsDoNotStopTheOthers() throws InterruptedException {
        log(3);
        FieldProblem future = new FieldProblem("on", FieldProblem.Reason.DATE_IN_FUTURE);
        List<OutboxItem> items = phone.outbox().items();
        server.tricks.add((request, self) -> {
            self.serve(request);
            self.held.remove(items.get(1).opId());
            return new WireReply(
                    200,
                    Map.of(),
                    new PushReply(
                                    PhoneSamples.NOW,
                                    List.of(
                                            outcome(items.get(0), Verdict.ACCEPTED),
                                            outcome(items.get(1), Verdict.REJECTED, future),
                                            outcome(items.get(2), Verdict.QUARANTINED)),
                                    self.custody())
                            .encode());
        });
        assertThat(client.sync(1)).isEqualTo(new SyncResult(End.COMPLETE, 1, 2, 0, true, null));
        assertThat(phone.outbox().stateOf(items.get(1).opId())).isEqualTo(ItemState.NEEDS_REPAIR);
        assertThat(phone.outbox().items().get(1).problems()).containsExactly(future);
    }

    @Test
    void anItemThatTheServerCannotTakeNowIsTriedAgainLater() throws InterruptedException {
        log(1);
        OutboxItem item = phone.outbox().items().get(0);
        for (int i = 0; i < 2; i++) {
            server.tricks.add((request, self) -> new WireReply(
                    200,
                    Map.of(),
                    new PushReply(PhoneSamples.NOW, List.of(outcome(item, Verdict.RETRY)), self.custody()).encode()));
        }
        assertThat(client.sync(2)).isEqualTo(new SyncResult(End.ASKED_TO_WAIT, 0, 0, 1, false, null));
        assertThat(waits).hasSize(1);
        assertThat(client.sync(1).arrived()).isEqualTo(1);
    }

    @Test
    void whatIsTooMuchIsHalvedDownToOne() throws InterruptedException {
        log(7);
        server.atMost = 1;
        assertThat(client.sync(1)).isEqualTo(new SyncResult(End.COMPLETE, 7, 0, 0, true, null));
        assertThat(server.batchSizes).startsWith(7, 7, 7, 7).endsWith(1, 1, 1, 1, 1, 1, 1);
        server.atMost = 0;
        log(1);
        assertThat(client.sync(1).refusal()).isEqualTo(Refusal.Reason.BODY_TOO_LARGE);
    }

    @Test
    void aWrongClockIsMendedFromTheRefusal() throws InterruptedException {
        log(1);
        server.tricks.add(StandInServer.refuse(Refusal.Reason.CLOCK_SKEW, Map.of()));
        assertThat(client.sync(1).end()).isEqualTo(End.COMPLETE);
        assertThat(proofs())
                .extracting(RequestProof::issuedAt)
                .startsWith(PhoneSamples.NOW, PhoneSamples.NOW.plusSeconds(3600));
        server.tricks.add(StandInServer.refuse(Refusal.Reason.CLOCK_SKEW, Map.of()));
        server.tricks.add(StandInServer.refuse(Refusal.Reason.CLOCK_SKEW, Map.of()));
        assertThat(client.sync(5).refusal()).isEqualTo(Refusal.Reason.CLOCK_SKEW);
    }

    @Test
    void aBusyServerIsGivenTheTimeItAsksFor() throws InterruptedException {
        log(1);
        server.tricks.add(StandInServer.refuse(Refusal.Reason.STORE_UNAVAILABLE, Map.of("retry-after", "77")));
        assertThat(client.sync(2).end()).isEqualTo(End.COMPLETE);
        assertThat(waits).containsExactly(Duration.ofSeconds(77));
    }

    @ParameterizedTest
    @ValueSource(strings = {"REVOKED_INSTALL", "UNKNOWN_INSTALL", "WRONG_SIGNATURE"})
    void aRefusalEndsTheRoundAndLosesNothing(String reason) throws InterruptedException {
        log(2);
        server.tricks.add(StandInServer.refuse(Refusal.Reason.valueOf(reason), Map.of()));
        assertThat(client.sync(5))
                .isEqualTo(new SyncResult(End.REFUSED, 0, 0, 2, false, Refusal.Reason.valueOf(reason)));
        assertThat(waits).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 403, 404, 502})
    void aLogInPageOfANetworkIsNotTakenForTheServer(int status) throws InterruptedException {
        log(2);
        server.tricks.add(StandInServer.answer(status, "<html>Welcome to the free wifi</html>"));
        assertThat(client.sync(1)).isEqualTo(new SyncResult(End.NOT_UNDERSTOOD, 0, 0, 2, false, null));
    }

    @Test
    void everyRequestCarriesAFreshProofOfJustWhatItSends() throws InterruptedException {
        log(150);
        client.sync(1);
        Set<String> nonces = new HashSet<>();
        List<RequestProof> proofs = proofs();
        for (int i = 0; i < proofs.size(); i++) {
            WireRequest request = server.requests.get(i);
            RequestProof proof = proofs.get(i);
            assertThat(proof.method()).isEqualTo(request.method());
            assertThat(proof.path()).isEqualTo("/base" + request.path());
            assertThat(proof.bodyHash()).isEqualTo(RequestProof.hash(request.body()));
            assertThat(nonces.add(proof.nonce())).isTrue();
        }
        assertThat(proofs).hasSize(3);
    }

    @Test
    void referenceDataIsPulledOnceAndKept() throws InterruptedException {
        String text = ReferenceData.gelderlandZuid().json().text().replace("\"Tiel\"", "\"Tiel-Oost\"");
        server.state = List.of(
                ReferenceData.decode(text.getBytes(StandardCharsets.UTF_8)).record());
        client.sync(1);
        assertThat(phone.reference().data().areas()).contains("Tiel-Oost");
        assertThat(PhoneSamples.open(disk.crashed()).reference().data().areas()).contains("Tiel-Oost");
        long size = disk.content("journal").length;
        client.sync(1);
        assertThat(disk.content("journal").length - size).isLessThan(200);
    }

    @Test
    void aLostEnrolmentReplyIsAskedForAgainWithTheSameKey() throws InterruptedException {
        Phone fresh = PhoneSamples.open(new MemoryDisk());
        SyncClient other = new SyncClient(fresh, server, waits::add);
        server.tricks.add(StandInServer.replyLost());
        assertThat(other.enrol(ADDRESS, CODE).end()).isEqualTo(End.TIMED_OUT);
        assertThat(fresh.enrolment().install()).isNull();
        assertThat(other.enrol(ADDRESS, CODE).end()).isEqualTo(End.COMPLETE);
        assertThat(server.requests.stream()
                        .filter(request -> request.path().equals(SyncPaths.ENROL))
                        .map(ProofReader::kid)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aRefusedCodeIsToldAndKeepsTheOldInstall() throws InterruptedException {
        server.tricks.add(StandInServer.refuse(Refusal.Reason.USED_CODE, Map.of()));
        assertThat(client.enrol(URI.create("https://other.example"), CODE))
                .isEqualTo(new EnrolResult(End.REFUSED, Refusal.Reason.USED_CODE));
        assertThat(phone.enrolment().install()).isNotNull().satisfies(install -> assertThat(install.server())
                .isEqualTo(ADDRESS));
    }

    private void log(int contacts) {
        for (int i = 0; i < contacts; i++) {
            phone.outbox().save(PhoneSamples.contact(DAY));
        }
    }

    private List<RequestProof> proofs() {
        var install = phone.enrolment().install();
        assertThat(install).isNotNull();
        return install == null
                ? List.of()
                : server.requests.stream()
                        .map(request -> ProofReader.verified(request, install.key()))
                        .toList();
    }

    private static ItemOutcome outcome(OutboxItem item, Verdict verdict, FieldProblem... problems) {
        return new ItemOutcome(item.opId().toString(), verdict, List.of(problems));
    }
}
