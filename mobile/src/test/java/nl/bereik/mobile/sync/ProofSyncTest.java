package nl.bereik.mobile.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.mobile.sync.SyncResult.End;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.sync.SyncPaths;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Syncs in which the server does not hold what the phone was told, or something else. */
class ProofSyncTest {
    private static final URI ADDRESS = URI.create("https://bereik.example");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final MemoryDisk disk = new MemoryDisk();
    private final Phone phone = PhoneSamples.open(disk);
    private final StandInServer server = new StandInServer();
    private final SyncClient client = new SyncClient(phone, server, duration -> {});

    @BeforeEach
    void enrolAndSendThree() throws InterruptedException {
        client.enrol(ADDRESS, new EnrolmentCode("ABCDE12345"));
        log(phone, 3);
        assertThat(client.sync(1).proved()).isTrue();
        server.requests.clear();
    }

    @Test
    void aServerRestoredFromABackupIsSentWhatItLacks() throws InterruptedException {
        UUID lacking = phone.outbox().items().get(1).opId();
        PushItem before = Objects.requireNonNull(server.held.remove(lacking));

        assertThat(client.sync(1)).isEqualTo(new SyncResult(End.COMPLETE, 1, 0, 0, true, null));

        assertThat(server.held.get(lacking)).isEqualTo(before);
        assertThat(paths())
                .containsExactly(SyncPaths.STATE, SyncPaths.CUSTODY + "?from=1", SyncPaths.PUSH, SyncPaths.STATE);
        assertThat(server.batchSizes).as("only what it lacks").endsWith(3, 1);
        assertThat(phone.outbox().items()).extracting(OutboxItem::state).containsOnly(ItemState.ARRIVED);
    }

    @Test
    void idsAreComparedOncePerSync() throws InterruptedException {
        UUID lacking = phone.outbox().items().get(1).opId();
        server.held.remove(lacking);
        server.tricks.add((request, self) -> self.serve(request));
        server.tricks.add((request, self) -> self.serve(request));
        server.tricks.add((request, self) -> {
            WireReply reply = self.serve(request);
            self.held.remove(lacking);
            return reply;
        });
        assertThat(client.sync(1)).isEqualTo(new SyncResult(End.COMPLETE, 1, 0, 0, false, null));
        assertThat(phone.outbox().status().provedAt()).isNull();
        assertThat(client.sync(1).proved()).isTrue();
    }

    @Test
    void aPhoneRestoredFromABackupBecomesAnotherInstallAndLosesNothing() throws InterruptedException {
        MemoryDisk backup = disk.crashed();
        log(phone, 2);
        client.sync(1);
        String before = Objects.requireNonNull(phone.enrolment().install()).installId();
        assertThat(server.held).hasSize(5);

        Phone restored = PhoneSamples.open(backup, phone.parts().clock(), new Random(99));
        log(restored, 2);
        SyncResult result = new SyncClient(restored, server, duration -> {}).sync(1);

        assertThat(result).isEqualTo(new SyncResult(End.COMPLETE, 2, 0, 0, true, null));
        assertThat(Objects.requireNonNull(restored.enrolment().install()).installId())
                .isNotEqualTo(before);
        assertThat(paths()).endsWith(SyncPaths.CUSTODY + "?from=1", SyncPaths.RENEW, SyncPaths.STATE);
        assertThat(server.ever)
                .as("nothing that any of the two logged is missing")
                .hasSize(7);
        log(restored, 1);
        new SyncClient(restored, server, duration -> {}).sync(1);
        assertThat(server.held.values()).extracting(PushItem::opSeq).containsExactly(1L);
    }

    @Test
    void aLostRenewalReplyIsAskedForAgainWithTheSameKey() throws InterruptedException {
        MemoryDisk backup = disk.crashed();
        log(phone, 2);
        client.sync(1);
        Phone restored = PhoneSamples.open(backup, phone.parts().clock(), new Random(99));
        SyncClient its = new SyncClient(restored, server, duration -> {});
        server.tricks.add((request, self) -> self.serve(request));
        server.tricks.add((request, self) -> self.serve(request));
        server.tricks.add((request, self) -> StandInServer.noCoverage().play(request, self));
        assertThat(its.sync(1).end()).isEqualTo(End.NO_COVERAGE);
        String candidate = restored.enrolment().keyForRenewal().thumbprint();
        assertThat(its.sync(1).proved()).isTrue();
        assertThat(Objects.requireNonNull(restored.enrolment().install()).installId())
                .isEqualTo(candidate);
    }

    @Test
    void recordsOfKindsThatThisVersionDoesNotKnowWaitForOneThatDoes() throws InterruptedException {
        StateRecord need = StateRecord.of("need:1", "need", JsonObject.of(Map.of("status", "OPEN")));
        StateRecord reference = ReferenceData.gelderlandZuid().record();
        StateRecord unreadable = new StateRecord(
                reference.id(), reference.kind(), "newer", JsonObject.of(Map.of("shape", "of tomorrow")));
        server.state = List.of(need, unreadable);
        assertThat(client.sync(1).end()).isEqualTo(End.COMPLETE);
        assertThat(phone.reference().data().areas())
                .isEqualTo(ReferenceData.gelderlandZuid().areas());
        server.requests.clear();
        Phone again = PhoneSamples.open(disk.crashed());
        again.compact();
        assertThat(new SyncClient(again, server, duration -> {}).sync(1).end()).isEqualTo(End.COMPLETE);
        assertThat(paths()).as("it is not pulled again").containsExactly(SyncPaths.STATE);
        assertThat(again.state().revs()).containsEntry("need:1", need.rev()).containsEntry("reference", "newer");

        server.state = List.of(reference);
        new SyncClient(again, server, duration -> {}).sync(1);
        assertThat(again.state().revs()).containsOnlyKeys("reference");
    }

    private List<String> paths() {
        return server.requests.stream().map(WireRequest::path).toList();
    }

    private static void log(Phone phone, int contacts) {
        for (int i = 0; i < contacts; i++) {
            phone.outbox().save(PhoneSamples.contact(DAY));
        }
    }
}
