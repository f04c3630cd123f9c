package nl.bereik.server.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.bereik.mobile.disk.FileDisk;
import nl.bereik.mobile.enrolment.InstallKeys;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.journal.PinLock;
import nl.bereik.mobile.outbox.ItemIds;
import nl.bereik.mobile.outbox.Outbox.NewContact;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneParts;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.server.ContactSamples;
import nl.bereik.server.benchmark.CountingProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the two programs promise of a sync, with the jars as they are shipped. */
final class SyncJobsIT {
    private static final int MOST_BYTES_WITHOUT_NEWS = 600;
    private static final LocalDate DAY = LocalDate.of(2025, 3, 14);

    @TempDir
    private Path folder;

    private Programs programs;

    @BeforeEach
    void begin() throws Exception {
        programs = new Programs(folder);
        programs.startServer();
    }

    @AfterEach
    void end() {
        programs.close();
    }

    @Test
    void withoutNewsASyncIsOneRequestOfAtMostSixHundredBytes() throws Exception {
        try (CountingProxy proxy = new CountingProxy(programs.address().getPort())) {
            enrol(proxy.address().toString());
            log(3, false);
            assertThat(programs.phone("phone", "sync").code()).isZero();
            long before = proxy.up() + proxy.down();
            assertThat(programs.phone("phone", "sync").out()).contains("Proved at");
            long bytes = proxy.up() + proxy.down() - before;
            System.out.println("a sync without news: " + bytes + " bytes in both directions");
            assertThat(bytes).isBetween(1L, (long) MOST_BYTES_WITHOUT_NEWS);
        }
    }

    @Test
    void oneBadRecordInAThousandLeavesTheOthersAndIsTold() throws Exception {
        enrol(programs.address().toString());
        log(999, true);
        Programs.Ended sync = programs.phone("phone", "sync");
        assertThat(sync.code()).as("something needs a person").isEqualTo(8);
        assertThat(sync.out()).contains("Arrived: 999; waiting: 0; set aside: 1", "holds all 999");
        assertThat(programs.phone("phone", "status").out()).contains("the date lies in the future");
        assertThat(programs.figures("2025S1").number("contacts")).isEqualTo(999);
    }

    @Test
    void whatAPhoneCannotSendIsHandedInSealedAndCountsOnce() throws Exception {
        String file = folder.resolve("sealed.txt").toString();
        assertThat(programs.phone("phone", "export", file).code())
                .as("without the server's key there is nothing to seal with")
                .isEqualTo(7);
        enrol(programs.address().toString());
        assertThat(programs.phone("phone", "sync").code()).isZero();
        log(5, false);
        assertThat(programs.phone("phone", "export", file).out()).contains("Sealed: 5");
        String sealed = Files.readString(Path.of(file));
        assertThat(sealed).matches("[\\w-]+\\.[\\w-]*\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+");

        JsonObject report = programs.post("/api/v1/recovery", sealed.getBytes(StandardCharsets.US_ASCII));
        assertThat(report.number("items")).isEqualTo(5);
        assertThat(report.number("arrived")).isEqualTo(5);
        assertThat(programs.figures("2025S1").number("contacts")).isEqualTo(5);
        assertThat(programs.phone("phone", "sync").out()).contains("Arrived: 5;", "holds all 5");
        assertThat(programs.figures("2025S1").number("contacts")).isEqualTo(5);

        String changed = sealed.substring(0, sealed.length() - 9) + "AAAA" + sealed.substring(sealed.length() - 5);
        assertThat(programs.post("/api/v1/recovery", changed.getBytes(StandardCharsets.US_ASCII))
                        .text("reason"))
                .isEqualTo("WRONG_TYPE");
    }

    private void enrol(String server) throws Exception {
        programs.enrol("phone", server);
    }

    private void log(int good, boolean andOneBad) throws Exception {
        PhoneParts parts = new PhoneParts(
                new FileDisk(folder.resolve("phone")),
                Clock.systemUTC(),
                new SecureRandom(),
                InstallKeys.inProcess(),
                PinLock.Cost.USUAL);
        try (Phone phone = Phone.open(parts, new Pin("246813"))) {
            List<NewContact> contacts = new ArrayList<>();
            for (int i = 0; i < good; i++) {
                contacts.add(contact(parts, DAY));
            }
            if (andOneBad) {
                contacts.add(good / 2, contact(parts, LocalDate.of(2099, 1, 1)));
            }
            phone.outbox().saveAll(contacts);
        }
    }

    private static NewContact contact(PhoneParts parts, LocalDate on) {
        return new NewContact(ItemIds.random(parts.random()), ContactSamples.withoutSignal(on, Channel.STREET), false);
    }
}
