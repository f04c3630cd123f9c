package nl.bereik.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.notes.NoteLine;
import nl.bereik.mobile.notes.NotesReader;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.privacy.BoundText;
import nl.bereik.mobile.privacy.TextSealer;
import nl.bereik.mobile.privacy.TextSealer.Opened;
import nl.bereik.mobile.privacy.TextSealer.Purpose;
import nl.bereik.mobile.sync.LockedPhone;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.mobile.teamkey.TeamKey;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.teamkey.SixDigits;
import nl.bereik.server.access.Scope;
import nl.bereik.server.canary.Canaries;
import nl.bereik.server.enrolment.Approvals;
import nl.bereik.server.teamkey.TeamKeyMemory;
import nl.bereik.server.wipe.WipeOrders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** The whole drill in one pass: three phones of a team share notes, one is lost, and the others go on without it. */
@Import(TeamKeyMemory.class)
@SuppressWarnings("NullAway.Init")
final class LostPhoneStoryTest extends SyncSlice {
    private static final String TEAM = "drill-team";
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);

    @TempDir
    Path folder;

    @Autowired
    Approvals approvals;

    @Autowired
    WipeOrders wipeOrders;

    private final SecureRandom random = new SecureRandom();
    private final Canaries canaries = new Canaries();
    private PhoneStand stand;
    private FileTime begun;

    @BeforeEach
    void stand() throws IOException {
        // As random as a key, so that what another program leaves is no false alarm.
        String digits = "%012d".formatted(random.nextLong(1_000_000_000_000L));
        stand = new PhoneStand(folder, time, new Pin(canaries.keep("PIN", digits)), port);
        begun = Files.getLastModifiedTime(Files.createFile(folder.resolve("begun")));
    }

    @Test
    void theLostPhoneIsErasedAndTheOthersReadOnAndWriteWhatItsKeysDoNotOpen() throws Exception {
        try (Phone keeper = stand.open("keeper");
                Phone other = stand.open("other")) {
            admit(keeper);
            sync(keeper);
            admit(other);
            PhoneStand.handOver(keeper, other);
            String keepersNote = write(keeper, "note of the keeper").text();
            String othersNote = write(other, "note of the other").text();
            String lostNote;
            String id;
            try (Phone lost = stand.open("lost")) {
                id = admit(lost);
                PhoneStand.handOver(keeper, lost);
                keepKeysOf(lost);
                lostNote = write(lost, "note of the lost phone").text();
                syncTwice(keeper, other, lost);
                for (Phone each : List.of(keeper, other, lost)) {
                    assertThat(read(each)).containsExactlyInAnyOrder(keepersNote, othersNote, lostNote);
                }
            }
            TeamKey first = keeper.teamKeys().current().orElseThrow();
            stand.copy("lost", "image");
            assertThat(Traces.in(Traces.temporaryFiles(), begun).keySet())
                    .as("its files are among those that are searched")
                    .containsAll(
                            stand.files("lost").stream().map(Path::toString).toList());
            assertThat(readableOnDiskAndInTemporaryFiles()).isEmpty();

            orderWipe(id);
            assertThat(installs.find(id).blockOptional().orElseThrow().active()).isFalse();
            assertThat(stand.locked("lost").ask()).isEqualTo(LockedPhone.Answer.WIPED);
            assertThat(wipeOrders.find(id).blockOptional().orElseThrow().confirmedAt())
                    .isEqualTo(time.instant());
            assertThat(stand.files("lost")).extracting(Path::getFileName).containsOnly(Path.of("in-use"));

            syncTwice(keeper, other);
            TeamKey second = keeper.teamKeys().current().orElseThrow();
            assertThat(second.epoch()).isEqualTo(2);
            assertThat(second.key()).isNotEqualTo(first.key());
            assertThat(other.teamKeys().current()).contains(second);
            keepKey("second team key", second.key());
            for (Phone each : List.of(keeper, other)) {
                assertThat(read(each)).as("old").containsExactlyInAnyOrder(keepersNote, othersNote, lostNote);
            }

            Written keepersNext = write(keeper, "next note of the keeper");
            Written othersNext = write(other, "next note of the other");
            syncTwice(keeper, other);
            for (Phone each : List.of(keeper, other)) {
                assertThat(read(each))
                        .containsExactlyInAnyOrder(
                                keepersNote, othersNote, lostNote, keepersNext.text(), othersNext.text());
            }
            nothingNewForACopyThatIsOpenedWithThePin(keepersNext, othersNext);
        }
        assertThat(readableOnDiskAndInTemporaryFiles()).isEmpty();
    }

    /** The worst of losses: the disk was copied before the wipe, and the thief knows the PIN. */
    private void nothingNewForACopyThatIsOpenedWithThePin(Written... next) throws Exception {
        try (Phone image = stand.open("image")) {
            assertThat(PhoneStand.sync(image).refusal()).isEqualTo(Reason.WIPE_ORDERED);
            assertThat(image.teamKeys().of(1))
                    .as("so that it could open texts of then")
                    .isPresent();
            assertThat(image.teamKeys().of(2)).isEmpty();
            TextSealer keys = new TextSealer(image.teamKeys());
            for (Written each : next) {
                SealedText sealed = each.sealed().text();
                assertThat(sealed.epoch()).isEqualTo(2);
                assertThat(keys.open(Purpose.NOTE, each.sealed().item(), sealed))
                        .isEqualTo(new Opened.NoKey());
                assertThat(keys.open(Purpose.NOTE, each.sealed().item(), new SealedText(1, sealed.sealed())))
                        .as("with the key that it has")
                        .isEqualTo(new Opened.Unreadable());
            }
        }
        assertThat(stand.locked("image").ask()).isEqualTo(LockedPhone.Answer.WIPED);
    }

    @Test
    void whatIsLeftReadableIsFound() throws IOException {
        String text = canaries.keep("left", "kanarie-" + UUID.randomUUID());
        byte[] key = new byte[TeamKey.KEY_BYTES];
        random.nextBytes(key);
        keepKey("key", key);
        Path there = Files.createTempFile("left", ".tmp");
        try {
            for (byte[] left : List.of(text.getBytes(StandardCharsets.UTF_8), key)) {
                Files.write(there, left);
                assertThat(readableOnDiskAndInTemporaryFiles()).containsOnlyKeys(there.toString());
            }
        } finally {
            Files.delete(there);
        }
        assertThat(readableOnDiskAndInTemporaryFiles()).isEmpty();
    }

    /** Enrols the phone with a code of the coordinator's, who approves it by its digits; the id of its install. */
    private String admit(Phone phone) throws InterruptedException {
        // Of phones enrolled in the same second, whichever has the lower id would keep the key.
        time.move(Duration.ofSeconds(1));
        String id = stand.enrol(
                phone, codes.issue(TEAM, Duration.ofMinutes(10)).blockOptional().orElseThrow());
        assertThat(PhoneStand.sync(phone).refusal()).isEqualTo(Reason.NOT_APPROVED);
        SixDigits shown = SixDigits.ofPhone(id, phone.teamKeys().sealKey());
        approvals.approve(Scope.EVERYWHERE, id, shown.display()).block();
        return id;
    }

    /** What somebody typed, and what of it left the phone. */
    private record Written(String text, BoundText sealed) {}

    private Written write(Phone phone, String what) {
        String text = canaries.keep(what, "kanarie-" + UUID.randomUUID());
        UUID item = phone.outbox().newId();
        SealedText sealed =
                new TextSealer(phone.teamKeys()).seal(Purpose.NOTE, item, text).orElseThrow();
        phone.outbox().save(item, ContactSamples.contact(TODAY, Channel.STREET).withNote(sealed));
        return new Written(text, new BoundText(item, sealed));
    }

    /** The notes that the phone shows; each of them is readable. */
    private static List<String> read(Phone phone) {
        List<String> texts = new ArrayList<>();
        for (NoteLine line : new NotesReader(phone).read().lines()) {
            assertThat(line.text()).isInstanceOf(Opened.Text.class);
            texts.add(((Opened.Text) line.text()).text());
        }
        return texts;
    }

    private void keepKeysOf(Phone phone) {
        keepKey("team key", phone.teamKeys().current().orElseThrow().key());
        String secret = Objects.requireNonNull(phone.enrolment().install())
                .key()
                .toPrivateJwk()
                .text("d");
        keepKey("key of the install", Base64.getUrlDecoder().decode(secret));
    }

    /** As bytes, and written as text or as a number. */
    private void keepKey(String what, byte[] key) {
        canaries.keep(what, key);
        canaries.keep(what + " in bytes", new String(key, StandardCharsets.ISO_8859_1));
        canaries.keep(what + " in digits", new BigInteger(1, key).toString());
    }

    private void orderWipe(String id) {
        assertThat(exchange(HttpMethod.POST, "/api/v1/installs/" + id + "/wipe", new byte[0], null, null)
                        .getStatus()
                        .value())
                .isEqualTo(204);
    }

    /** Every phone has told, and then heard, all. */
    private static void syncTwice(Phone... phones) throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            for (Phone each : phones) {
                sync(each);
            }
        }
    }

    private static void sync(Phone phone) throws InterruptedException {
        SyncResult result = PhoneStand.sync(phone);
        assertThat(result.end()).as(result.toString()).isEqualTo(SyncResult.End.COMPLETE);
    }

    /** The folders of all phones lie among the temporary files. */
    private Map<String, Set<String>> readableOnDiskAndInTemporaryFiles() throws IOException {
        assertThat(folder).startsWith(Traces.temporaryFiles());
        return canaries.astray(Traces.in(Traces.temporaryFiles(), begun));
    }
}
