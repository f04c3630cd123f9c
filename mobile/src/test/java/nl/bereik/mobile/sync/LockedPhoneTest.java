package nl.bereik.mobile.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.bereik.mobile.disk.Disk;
import nl.bereik.mobile.disk.FaultyDisk;
import nl.bereik.mobile.disk.FaultyDisk.Fault;
import nl.bereik.mobile.disk.FaultyDisk.PowerFailure;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneParts;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.mobile.sync.LockedPhone.Answer;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.protocol.sync.SyncPaths;
import nl.bereik.protocol.wipe.Orders;
import nl.bereik.protocol.wipe.WipedReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Erasing by order, without a PIN, with the power failing at each step. */
class LockedPhoneTest {
    private static final URI SERVER = URI.create("https://bereik.example/base");
    private static final String TOKEN = "a-token";

    private final MemoryDisk disk = new MemoryDisk();
    private final Desk desk = new Desk();
    private String installId = "";

    /** The server as a locked phone sees it. */
    private static final class Desk implements Transport {
        private final List<WireRequest> requests = new ArrayList<>();
        private final List<WipedReport> reports = new ArrayList<>();
        private boolean ordered;
        private boolean covered = true;
        private boolean takesReports = true;

        @Override
        public WireReply exchange(WireRequest request) throws NoReplyException {
            if (!covered) {
                throw new NoReplyException(false, new IOException("no coverage"));
            }
            requests.add(request);
            if (request.path().startsWith(SyncPaths.ORDERS)) {
                return new WireReply(200, Map.of(), new Orders(ordered ? TOKEN : null).encode());
            }
            assertThat(request.path()).isEqualTo(SyncPaths.WIPED);
            if (!takesReports) {
                return new WireReply(503, Map.of(), new byte[0]);
            }
            reports.add(WipedReport.decode(request.body()));
            return new WireReply(204, Map.of(), new byte[0]);
        }
    }

    @BeforeEach
    void enrolled() {
        installId = fill(disk);
    }

    private static String fill(MemoryDisk disk) {
        try (Phone phone = PhoneSamples.open(disk)) {
            String id = phone.enrolment().keyFor(SERVER).thumbprint();
            phone.enrolment().enrolled(new EnrolReply(id, "team", PhoneSamples.NOW));
            phone.outbox().save(PhoneSamples.contact(LocalDate.of(2026, 11, 21)));
            return id;
        }
    }

    @Test
    void asksWithoutAProofAndSaysNothingButItsId() throws InterruptedException {
        assertThat(ask(disk)).isEqualTo(Answer.NOTHING);
        assertThat(desk.requests).singleElement().satisfies(request -> {
            assertThat(request.server()).isEqualTo(SERVER);
            assertThat(request.path()).isEqualTo(SyncPaths.ORDERS + installId);
            assertThat(request.headers()).isEmpty();
            assertThat(request.body()).isEmpty();
        });
        assertThat(PhoneSamples.open(disk).outbox().items()).hasSize(1);
    }

    @Test
    void aPhoneWithoutAServerAsksNobody() throws InterruptedException {
        MemoryDisk fresh = new MemoryDisk();
        assertThat(ask(fresh)).isEqualTo(Answer.NOTHING);
        PhoneSamples.open(fresh).close();
        assertThat(ask(fresh)).isEqualTo(Answer.NOTHING);
        assertThat(desk.requests).isEmpty();
    }

    @Test
    void erasesAllAndConfirmsAndForgets() throws InterruptedException {
        disk.plant("look", new byte[] {1});
        disk.plant("journal.damaged-1-2", new byte[] {1});
        disk.plant("journal.new", new byte[] {1});
        desk.ordered = true;
        assertThat(ask(disk)).isEqualTo(Answer.WIPED);
        assertThat(desk.reports).containsExactly(new WipedReport(installId, TOKEN));
        assertThat(disk.names()).isEmpty();
        assertThat(ask(disk)).isEqualTo(Answer.NOTHING);
    }

    @Test
    void owesTheReceiptUntilItIsTakenAndCanBeUsedAnewMeanwhile() throws InterruptedException {
        desk.ordered = true;
        desk.takesReports = false;
        assertThat(ask(disk)).isEqualTo(Answer.WIPED_UNTOLD);
        assertThat(disk.names()).containsExactly("wipe.json");
        assertThat(Phone.exists(PhoneSamples.open(new MemoryDisk()).parts())).isTrue();
        try (Phone anew = PhoneSamples.open(disk)) {
            assertThat(anew.outbox().items()).isEmpty();
            anew.outbox().save(PhoneSamples.contact(LocalDate.of(2026, 11, 21)));
        }
        assertThat(ask(disk)).isEqualTo(Answer.NO_REPLY);
        desk.covered = false;
        assertThat(ask(disk)).isEqualTo(Answer.NO_REPLY);
        desk.covered = true;
        desk.takesReports = true;
        assertThat(ask(disk)).isEqualTo(Answer.NOTHING);
        assertThat(desk.reports).containsExactly(new WipedReport(installId, TOKEN));
        try (Phone anew = PhoneSamples.open(disk)) {
            assertThat(anew.outbox().items()).hasSize(1);
        }
    }

    @Test
    void aServerThatNeverOrderedItIsNotToldForEver() throws InterruptedException {
        desk.ordered = true;
        desk.takesReports = false;
        ask(disk);
        LockedPhone phone = new LockedPhone(
                disk,
                request -> new WireReply(
                        404, Map.of(), new Refusal(Refusal.Reason.NOT_FOUND, null, PhoneSamples.NOW).encode()));
        assertThat(phone.ask()).isEqualTo(Answer.NOTHING);
        assertThat(disk.names()).isEmpty();
    }

    @Test
    void whatIsNoAnswerErasesNothing() throws InterruptedException {
        for (WireReply reply : List.of(
                new WireReply(200, Map.of(), "<html>sign in</html>".getBytes(StandardCharsets.UTF_8)),
                new WireReply(302, Map.of(), new byte[0]),
                new WireReply(403, Map.of(), new Orders(TOKEN).encode()),
                new WireReply(200, Map.of(), "{\"wipe\":true}".getBytes(StandardCharsets.UTF_8)))) {
            assertThat(new LockedPhone(disk, request -> reply).ask()).isEqualTo(Answer.NO_REPLY);
        }
        desk.covered = false;
        assertThat(ask(disk)).isEqualTo(Answer.NO_REPLY);
        assertThat(PhoneSamples.open(disk).outbox().items()).hasSize(1);
    }

    @Test
    void anOpenPhoneIsLockedFirst() throws InterruptedException, IOException {
        desk.ordered = true;
        try (Closeable open = disk.lock()) {
            assertThat(open).isNotNull();
            assertThat(ask(disk)).isEqualTo(Answer.OPEN);
            assertThat(disk.exists("key.json")).isTrue();
        }
        assertThat(ask(disk)).isEqualTo(Answer.WIPED);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void cutOffAnywhereItEndsWipedAndConfirmedOrStillOrdered(Fault fault) throws InterruptedException {
        desk.ordered = true;
        int steps = 1;
        for (int at = 0; at <= steps; at++) {
            String what = fault + " at step " + at;
            MemoryDisk whole = new MemoryDisk();
            String id = fill(whole);
            whole.plant("look", new byte[] {1});
            desk.reports.clear();
            FaultyDisk faulty = new FaultyDisk(whole, fault, at);
            Answer first = null;
            try {
                first = ask(faulty);
            } catch (PowerFailure | JournalException e) {
                assertThat(e).as(what).isNotNull();
            }
            steps = Math.max(steps, faulty.steps());
            MemoryDisk back = faulty.powerBack("journal", 0);
            boolean confirmed = !desk.reports.isEmpty();
            Map<String, byte[]> left = new HashMap<>(back.files());
            if (confirmed) {
                assertThat(left.keySet()).as(what).isSubsetOf("wipe.json");
            } else if (!left.containsKey("key.json")) {
                // Without its key nothing can be read, and what is left knows whom to ask or tell.
                assertThat(left.keySet()).as(what).containsAnyOf("wipe.json", "address.json");
            }
            unlockAsAThiefWhoKnowsThePin(back, confirmed || left.containsKey("wipe.json"), what);

            Answer next = ask(back);
            assertThat(desk.reports).as(what + ", " + first + ", " + next).isNotEmpty();
            assertThat(desk.reports).as(what).allMatch(new WipedReport(id, TOKEN)::equals);
            assertThat(back.names()).as(what).isSubsetOf("key.json", "journal", "tries");
        }
        assertThat(steps).as("steps of wiping").isGreaterThan(6);
    }

    /** Once the order is written down, no PIN shows anything. */
    private static void unlockAsAThiefWhoKnowsThePin(MemoryDisk disk, boolean orderKnown, String what) {
        if (orderKnown) {
            try (Phone phone = PhoneSamples.open(disk)) {
                assertThat(phone.outbox().items()).as(what).isEmpty();
                assertThat(phone.enrolment().install()).as(what).isNull();
            }
        }
    }

    @Test
    void aReceiptThatCannotBeWrittenLeavesTheOrderStanding() {
        desk.ordered = true;
        Disk full = new FaultyDisk(disk, Fault.FULL, 0);
        assertThatThrownBy(() -> ask(full)).isInstanceOf(JournalException.class);
        assertThat(disk.exists("key.json")).isFalse();
        assertThat(disk.exists("address.json")).isTrue();
        PhoneParts parts = PhoneSamples.open(disk.crashed()).parts();
        assertThat(parts.disk()).isNotNull();
    }

    private Answer ask(Disk on) throws InterruptedException {
        return new LockedPhone(on, desk).ask();
    }
}
