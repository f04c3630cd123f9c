package nl.bereik.mobile.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.bereik.mobile.Main;
import nl.bereik.mobile.disk.Disk;
import nl.bereik.mobile.disk.FaultyDisk;
import nl.bereik.mobile.disk.FaultyDisk.Fault;
import nl.bereik.mobile.disk.FaultyDisk.PowerFailure;
import nl.bereik.mobile.disk.FileDisk;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.enrolment.InstallKeys;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.journal.JournalException.Reason;
import nl.bereik.mobile.journal.PinLock;
import nl.bereik.mobile.journal.Recovery;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A phone to which the worst happens at every step of its life. */
class PhoneUnderFireTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final URI SERVER = URI.create("https://bereik.example");

    /** What the user was told is saved, and has not been taken back or replaced since. */
    private final Set<UUID> saved = new LinkedHashSet<>();

    /** How many contacts there must be at least; a successor takes the place of another in one step. */
    private int logged;

    private final Set<UUID> arrived = new LinkedHashSet<>();
    private boolean compacted;

    @ParameterizedTest
    @EnumSource(Fault.class)
    void nothingSavedIsLostWhateverStepGoesWrong(Fault fault) {
        int steps = 1;
        for (int at = 0; at <= steps; at++) {
            for (int unforced : new int[] {0, 1, 40, Integer.MAX_VALUE}) {
                PhoneUnderFireTest run = new PhoneUnderFireTest();
                FaultyDisk disk = new FaultyDisk(new MemoryDisk(), fault, at);
                try {
                    run.live(disk);
                } catch (PowerFailure | JournalException e) {
                    assertThat(e)
                            .satisfiesAnyOf(
                                    failure -> assertThat(failure).isInstanceOf(PowerFailure.class),
                                    failure -> assertThat(((JournalException) failure).reason())
                                            .isEqualTo(Reason.DISK_FULL));
                }
                steps = Math.max(steps, disk.steps());
                run.survivesOn(disk.powerBack("journal", unforced), fault + " at step " + at + ", " + unforced);
            }
        }
        assertThat(steps).as("steps of a life").isGreaterThan(20);
    }

    /** Logs, enrols, sends, is answered, corrects, takes back, compacts, and goes on. */
    private void live(Disk disk) {
        Phone phone = open(disk, Clock.fixed(PhoneSamples.NOW, ZoneOffset.UTC));
        save(phone);
        UUID withdrawn = save(phone);
        phone.enrolment().keyFor(SERVER);
        phone.enrolment().enrolled(new EnrolReply("install", "team", PhoneSamples.NOW));
        UUID replaced = save(phone);
        saved.remove(replaced);
        logged = 3;
        saved.add(phone.outbox().correct(replaced, PhoneSamples.contact(DAY.minusDays(1))));
        saved.remove(withdrawn);
        logged = 2;
        phone.outbox().withdraw(withdrawn);
        List<PushItem> batch = phone.outbox().sending().nextBatch(10);
        phone.outbox()
                .sending()
                .settle(batch.stream()
                        .map(item -> ItemOutcome.of(item, Verdict.ACCEPTED))
                        .toList());
        batch.forEach(item -> arrived.add(item.opId()));
        ContentHash hash = batch.stream().map(ContentHash::of).reduce(ContentHash.NONE, ContentHash::xor);
        phone.outbox().sending().synced(new Custody(2, List.of(), 2, hash));
        saved.add(phone.outbox().correct(batch.get(0).opId(), null));
        phone.close();

        Phone later = open(disk, Clock.fixed(PhoneSamples.NOW.plus(Duration.ofDays(3)), ZoneOffset.UTC));
        save(later);
        compacted = true;
        logged = 0;
        later.compact();
        save(later);
        later.outbox().sending().nextBatch(10);
        later.close();
    }

    private UUID save(Phone phone) {
        UUID opId = phone.outbox().save(PhoneSamples.contact(DAY));
        saved.add(opId);
        return opId;
    }

    private void survivesOn(MemoryDisk disk, String what) {
        Phone phone = open(disk, Clock.fixed(PhoneSamples.NOW.plus(Duration.ofDays(4)), ZoneOffset.UTC));
        assertThat(phone.recovery().finding()).as(what).isNotEqualTo(Recovery.Finding.DAMAGED);
        List<UUID> there = phone.outbox().items().stream().map(OutboxItem::opId).toList();
        for (UUID opId : saved) {
            if (compacted && arrived.contains(opId)) {
                continue;
            }
            assertThat(there).as(what).contains(opId);
        }
        assertThat(there.size()).as(what).isGreaterThanOrEqualTo(logged);
        for (UUID opId : arrived) {
            if (there.contains(opId)) {
                assertThat(phone.outbox().stateOf(opId)).as(what).isEqualTo(ItemState.ARRIVED);
            }
        }
        UUID next = phone.outbox().save(PhoneSamples.contact(DAY));
        List<Long> places = new ArrayList<>();
        phone.outbox().sending().nextBatch(100).forEach(item -> places.add(item.opSeq()));
        assertThat(places).as(what).doesNotHaveDuplicates().isSorted();
        assertThat(open(disk.crashed(), phone.parts().clock()).outbox().stateOf(next))
                .as(what)
                .isEqualTo(ItemState.WAITING);
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 2})
    void aClockTwoDaysOffLosesNothingThatHasNotArrived(int days) {
        MemoryDisk disk = new MemoryDisk();
        Phone phone = open(disk, Clock.fixed(PhoneSamples.NOW, ZoneOffset.UTC));
        UUID before = phone.outbox().save(PhoneSamples.contact(DAY));
        phone.enrolment().keyFor(SERVER);
        phone.enrolment().enrolled(new EnrolReply("install", "team", PhoneSamples.NOW));
        PushItem sent = phone.outbox().sending().nextBatch(1).get(0);
        phone.outbox().sending().settle(List.of(ItemOutcome.of(sent, Verdict.ACCEPTED)));
        UUID waiting = phone.outbox().save(PhoneSamples.contact(DAY));

        Phone off = open(disk.crashed(), Clock.fixed(PhoneSamples.NOW.plus(Duration.ofDays(days)), ZoneOffset.UTC));
        UUID meanwhile = off.outbox().save(PhoneSamples.contact(DAY));
        off.compact();
        off.outbox().sending().synced(new Custody(1, List.of(), 1, ContentHash.of(sent)));

        MemoryDisk last = ((MemoryDisk) off.parts().disk()).crashed();
        Phone right = open(last, Clock.fixed(PhoneSamples.NOW.plusSeconds(60), ZoneOffset.UTC));
        right.compact();
        Phone again = open(last.crashed(), right.parts().clock());
        assertThat(again.outbox().items()).extracting(OutboxItem::opId).containsExactly(before, waiting, meanwhile);
        assertThat(again.outbox().stateOf(before)).isEqualTo(ItemState.ARRIVED);
        assertThat(again.outbox().sending().nextBatch(10))
                .extracting(PushItem::opSeq)
                .containsExactly(2L, 3L);
    }

    @Test
    void anotherProcessIsToldThatTheFolderIsInUse(@TempDir Path folder) throws IOException, InterruptedException {
        Path data = folder.resolve("phone");
        try (Phone phone = open(new FileDisk(data), Clock.systemUTC())) {
            UUID opId = phone.outbox().save(PhoneSamples.contact(DAY));
            ProcessBuilder other = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    "status",
                    "--data",
                    data.toString());
            other.environment().put("BEREIK_PIN", "246813");
            Process process = other.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(said).isEqualTo(4);
            phone.outbox().save(PhoneSamples.contact(DAY));
            assertThat(phone.outbox().stateOf(opId)).isEqualTo(ItemState.WAITING);
        }
        try (Phone again = open(new FileDisk(data), Clock.systemUTC())) {
            assertThat(again.outbox().items()).hasSize(2);
        }
    }

    @Test
    void aJournalOfANewerVersionIsLeftAlone() {
        MemoryDisk disk = new MemoryDisk();
        Phone phone = open(disk, Clock.systemUTC());
        phone.outbox().save(PhoneSamples.contact(DAY));
        byte[] journal = disk.content("journal").clone();
        journal[7]++;
        MemoryDisk newer = disk.crashed();
        newer.plant("journal", journal);
        assertThatThrownBy(() -> open(newer, Clock.systemUTC()))
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NEWER_VERSION));
        assertThat(newer.content("journal")).isEqualTo(journal);
    }

    private static Phone open(Disk disk, Clock clock) {
        return Phone.open(
                new PhoneParts(
                        disk, clock, new Random(clock.millis()), InstallKeys.inProcess(), new PinLock.Cost(64, 1)),
                PhoneSamples.PIN);
    }
}
