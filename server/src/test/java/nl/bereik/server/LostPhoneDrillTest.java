package nl.bereik.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.bereik.mobile.enrolment.InstallKey;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.lease.Lease;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.LockedPhone;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.install.Install;
import nl.bereik.server.wipe.WipeOrder;
import nl.bereik.server.wipe.WipeOrders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** The drill: a phone with contacts and notes is snatched; what happens then, on a real disk and over real HTTP. */
@SuppressWarnings("NullAway.Init")
final class LostPhoneDrillTest extends SyncSlice {
    /** What one contact of the samples sends: itself, and the need that its signal raises. */
    private static final int SENT = 2;

    private static final Pin PIN = new Pin("73918264");
    private static final String CANARY = "kanarie-4b1f";

    @TempDir
    Path folders;

    @Autowired
    WipeOrders wipeOrders;

    private PhoneStand stand;

    @BeforeEach
    void stand() {
        stand = new PhoneStand(folders, time, PIN, port);
    }

    @Test
    void aLostPhoneIsShutOutErasedAndConfirmedAndTheOtherGoesOn() throws Exception {
        String id = enrol("lost");
        enrol("other");
        assertThat(sync("lost").arrived()).isEqualTo(SENT);
        log("lost");
        stand.copy("lost", "stolen-image");
        assertThat(canaries("lost")).isEmpty();

        assertThat(order(id)).isEqualTo(204);
        try (Phone thief = stand.open("lost")) {
            SyncResult refused = PhoneStand.sync(thief);
            assertThat(refused.refusal()).isEqualTo(Reason.WIPE_ORDERED);
            assertThat(thief.leave()).isEqualTo(Lease.Leave.REVOKED);
        }
        assertThat(inForce(id).confirmedAt()).isNull();
        assertThat(stand.locked("lost").ask()).isEqualTo(LockedPhone.Answer.WIPED);

        assertThat(stand.files("lost")).extracting(Path::getFileName).containsOnly(Path.of("in-use"));
        assertThat(canaries("lost")).isEmpty();
        assertThat(inForce(id).confirmedAt()).isEqualTo(time.instant());
        assertThat(Phone.exists(stand.parts("lost"))).isFalse();

        assertThat(sync("other").end()).isEqualTo(SyncResult.End.COMPLETE);
        log("other");
        assertThat(sync("other").arrived()).isEqualTo(SENT);
    }

    @Test
    void whoeverKeepsTheLockScreenOnlyIsErasedWithoutThePin() throws Exception {
        String id = enrol("locked");
        assertThat(stand.locked("locked").ask()).isEqualTo(LockedPhone.Answer.NOTHING);
        order(id);
        assertThat(stand.locked("locked").ask()).isEqualTo(LockedPhone.Answer.WIPED);
        assertThat(inForce(id).confirmedAt()).isNotNull();
    }

    @Test
    void aCopyMadeBeforeIsRefusedAndErasesItselfAsWell() throws Exception {
        String id = enrol("original");
        stand.copy("original", "copy");
        order(id);
        stand.locked("original").ask();
        try (Phone phone = stand.open("copy")) {
            assertThat(PhoneStand.sync(phone).refusal()).isEqualTo(Reason.WIPE_ORDERED);
        }
        assertThat(stand.locked("copy").ask()).isEqualTo(LockedPhone.Answer.WIPED);
        assertThat(stand.files("copy")).hasSize(1);
    }

    /** Enrols, and logs a contact with a note. */
    private String enrol(String name) throws IOException {
        try (Phone opened = stand.open(name)) {
            InstallKey key = opened.enrolment().keyFor(stand.server());
            installs.add(new Install(key.thumbprint(), "team", key.toPublicJwk(), null, time.instant(), null, null))
                    .block();
            opened.enrolment().enrolled(new EnrolReply(key.thumbprint(), "team", time.instant()));
            note(opened);
            return key.thumbprint();
        }
    }

    private void log(String name) throws IOException {
        try (Phone opened = stand.open(name)) {
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

    private SyncResult sync(String name) throws IOException, InterruptedException {
        try (Phone opened = stand.open(name)) {
            return PhoneStand.sync(opened);
        }
    }

    private int order(String id) {
        return exchange(HttpMethod.POST, "/api/v1/installs/" + id + "/wipe", new byte[0], null, null)
                .getStatus()
                .value();
    }

    private WipeOrder inForce(String id) {
        return wipeOrders.find(id).blockOptional().orElseThrow();
    }

    /** Files in which the note or a place stands readable. */
    private List<Path> canaries(String name) throws IOException {
        return stand.files(name).stream()
                .filter(LostPhoneDrillTest::holdsACanary)
                .toList();
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
