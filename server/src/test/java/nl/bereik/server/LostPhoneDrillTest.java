package nl.bereik.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.bereik.mobile.disk.FileDisk;
import nl.bereik.mobile.enrolment.InstallKey;
import nl.bereik.mobile.enrolment.InstallKeys;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.journal.PinLock;
import nl.bereik.mobile.lease.Lease;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneParts;
import nl.bereik.mobile.sync.HttpTransport;
import nl.bereik.mobile.sync.LockedPhone;
import nl.bereik.mobile.sync.SyncClient;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.install.Install;
import nl.bereik.server.wipe.WipeOrder;
import nl.bereik.server.wipe.WipeOrders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** The drill: a phone with contacts and notes is snatched; what happens then, on a real disk and over real HTTP. */
@SuppressWarnings("NullAway.Init")
final class LostPhoneDrillTest extends SyncSlice {
    private static final Pin PIN = new Pin("73918264");
    private static final String CANARY = "kanarie-4b1f";

    @TempDir
    Path folders;

    @Autowired
    WipeOrders wipeOrders;

    @Test
    void aLostPhoneIsShutOutErasedAndConfirmedAndTheOtherGoesOn() throws Exception {
        PhoneParts lost = parts("lost");
        PhoneParts other = parts("other");
        String id = enrol(lost);
        enrol(other);
        assertThat(sync(lost).arrived()).isEqualTo(1);
        log(lost);
        copy("lost", "stolen-image");
        assertThat(canaries("lost")).isEmpty();

        assertThat(order(id)).isEqualTo(204);
        try (Phone thief = Phone.open(lost, PIN)) {
            SyncResult refused = client(thief).sync(1);
            assertThat(refused.refusal()).isEqualTo(Reason.WIPE_ORDERED);
            assertThat(thief.leave()).isEqualTo(Lease.Leave.REVOKED);
        }
        assertThat(inForce(id).confirmedAt()).isNull();
        assertThat(locked(lost).ask()).isEqualTo(LockedPhone.Answer.WIPED);

        assertThat(files("lost")).extracting(Path::getFileName).containsOnly(Path.of("in-use"));
        assertThat(canaries("lost")).isEmpty();
        assertThat(inForce(id).confirmedAt()).isEqualTo(time.instant());
        assertThat(Phone.exists(lost)).isFalse();

        assertThat(sync(other).end()).isEqualTo(SyncResult.End.COMPLETE);
        log(other);
        assertThat(sync(other).arrived()).isEqualTo(1);
    }

    @Test
    void whoeverKeepsTheLockScreenOnlyIsErasedWithoutThePin() throws Exception {
        PhoneParts lost = parts("locked");
        String id = enrol(lost);
        assertThat(locked(lost).ask()).isEqualTo(LockedPhone.Answer.NOTHING);
        order(id);
        assertThat(locked(lost).ask()).isEqualTo(LockedPhone.Answer.WIPED);
        assertThat(inForce(id).confirmedAt()).isNotNull();
    }

    @Test
    void aCopyMadeBeforeIsRefusedAndErasesItselfAsWell() throws Exception {
        PhoneParts lost = parts("original");
        String id = enrol(lost);
        copy("original", "copy");
        order(id);
        locked(lost).ask();
        PhoneParts copy = parts("copy");
        try (Phone phone = Phone.open(copy, PIN)) {
            assertThat(client(phone).sync(1).refusal()).isEqualTo(Reason.WIPE_ORDERED);
        }
        assertThat(locked(copy).ask()).isEqualTo(LockedPhone.Answer.WIPED);
        assertThat(files("copy")).hasSize(1);
    }

    /** Enrols, and logs a contact with a note. */
    private String enrol(PhoneParts parts) {
        URI server = URI.create("http://127.0.0.1:" + port);
        try (Phone opened = Phone.open(parts, PIN)) {
            InstallKey key = opened.enrolment().keyFor(server);
            installs.add(new Install(key.thumbprint(), "team", key.toPublicJwk(), null, time.instant(), null, null))
                    .block();
            opened.enrolment().enrolled(new EnrolReply(key.thumbprint(), "team", time.instant()));
            note(opened);
            return key.thumbprint();
        }
    }

    private void log(PhoneParts parts) {
        try (Phone opened = Phone.open(parts, PIN)) {
            note(opened);
        }
    }

    private void note(Phone opened) {
        opened.record(new Entry.Saved(
                UUID.randomUUID(),
                ContactCodec.KIND,
                ContactCodec.SCHEMA,
                ContactCodec.encode(ContactSamples.contact(LocalDate.of(2025, 5, 30), Channel.STREET)),
                CANARY,
                time.instant(),
                false,
                null));
    }

    private SyncResult sync(PhoneParts parts) throws InterruptedException {
        try (Phone opened = Phone.open(parts, PIN)) {
            return client(opened).sync(1);
        }
    }

    private static SyncClient client(Phone opened) {
        return new SyncClient(opened, new HttpTransport(), SyncClient.Pause.real());
    }

    private static LockedPhone locked(PhoneParts parts) {
        return new LockedPhone(parts.disk(), new HttpTransport());
    }

    private PhoneParts parts(String name) throws IOException {
        return new PhoneParts(
                new FileDisk(folders.resolve(name)),
                time,
                new SecureRandom(),
                InstallKeys.inProcess(),
                new PinLock.Cost(64, 1));
    }

    private int order(String id) {
        return exchange(HttpMethod.POST, "/api/v1/installs/" + id + "/wipe", new byte[0], null, null)
                .getStatus()
                .value();
    }

    private WipeOrder inForce(String id) {
        return wipeOrders.find(id).blockOptional().orElseThrow();
    }

    private void copy(String from, String to) throws IOException {
        Path target = Files.createDirectory(folders.resolve(to));
        for (Path file : files(from)) {
            Files.copy(file, target.resolve(file.getFileName()));
        }
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folders.resolve(name))) {
            return files.toList();
        }
    }

    /** Files in which the note or a place stands readable. */
    private List<Path> canaries(String name) throws IOException {
        return files(name).stream().filter(LostPhoneDrillTest::holdsACanary).toList();
    }

    private static boolean holdsACanary(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return text.contains(CANARY) || text.contains("STREET") || text.contains(PIN.digits());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
