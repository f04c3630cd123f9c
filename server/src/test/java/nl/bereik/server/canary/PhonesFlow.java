package nl.bereik.server.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import nl.bereik.mobile.disk.FileDisk;
import nl.bereik.mobile.enrolment.InstallKeys;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.journal.PinLock;
import nl.bereik.mobile.notes.NotesReader;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneParts;
import nl.bereik.mobile.privacy.TextSealer;
import nl.bereik.mobile.sync.HttpTransport;
import nl.bereik.mobile.sync.LockedPhone;
import nl.bereik.mobile.sync.SyncClient;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.mobile.teamkey.TeamKey;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.teamkey.SixDigits;
import nl.bereik.server.ContactSamples;

/** Real phones: from the code to the shared key, notes that one writes and another reads, another key, and the end. */
final class PhonesFlow {
    private final Canaries canaries;
    private final Talk coordinator;
    private final Talk script;
    private final Path folder;
    private final Pin pin;

    PhonesFlow(Canaries canaries, Talk coordinator, Talk script, Path folder) {
        this.canaries = canaries;
        this.coordinator = coordinator;
        this.script = script;
        this.folder = folder;
        this.pin = new Pin(canaries.keep("pin", "7391826450"));
    }

    /** The id of the install that was erased. */
    String run(String holder) throws Exception {
        PhoneParts freshParts = parts("fresh");
        String id;
        try (Phone keeper = Phone.open(parts("keeper"), pin);
                Phone fresh = Phone.open(freshParts, pin)) {
            enrol(keeper, Map.of());
            sync(keeper);
            id = enrol(fresh, Map.of("holder", holder));
            handOver(keeper, fresh);
            keep("team key", keeper);
            note(keeper, "note of the keeper");
            note(fresh, "note of another");
            sync(keeper);
            sync(fresh);
            sync(keeper);
            assertThat(new NotesReader(keeper).read().lines()).as("notes read").hasSize(2);

            coordinator.get("/phones/" + id + "/wipe");
            coordinator.form("/phones/" + id + "/wipe", Map.of());
            sync(keeper);
            assertThat(keeper.teamKeys().current().orElseThrow().epoch()).isEqualTo(2);
            keep("second team key", keeper);
            note(keeper, "note under the second key");
            assertThat(sync(keeper).proved()).isTrue();
            assertThat(client(fresh).sync(1).refusal()).isEqualTo(Reason.WIPE_ORDERED);
        }
        assertThat(new LockedPhone(freshParts.disk(), new HttpTransport()).ask())
                .isEqualTo(LockedPhone.Answer.WIPED);
        coordinator.get("/phones?wiped=" + id);
        return id;
    }

    private String enrol(Phone phone, Map<String, String> asked) throws Exception {
        coordinator.get("/phones");
        coordinator.form("/phones/codes", asked);
        EnrolmentCode code = EnrolmentCode.parse(Pieces.shown(coordinator, "[0-9A-Z]{5}-[0-9A-Z]{5}"));
        String what = "code of " + (asked.isEmpty() ? "the keeper" : "another");
        canaries.keep(what, code.text());
        canaries.keep(what + " as shown", code.display(), "page");
        URI server = URI.create("http://127.0.0.1:" + coordinator.port());
        assertThat(client(phone).enrol(server, code).end()).isEqualTo(SyncResult.End.COMPLETE);
        assertThat(client(phone)
                        .enrol(server, EnrolmentCode.parse("ABCDE-12345"))
                        .end())
                .isNotEqualTo(SyncResult.End.COMPLETE);
        String id = Objects.requireNonNull(phone.enrolment().install()).installId();
        coordinator.get("/phones");
        String digits = SixDigits.ofPhone(id, phone.teamKeys().sealKey()).display();
        if (asked.isEmpty()) {
            coordinator.form("/phones/" + id + "/approve", Map.of("digits", digits));
        } else {
            script.post("api", "/api/v1/installs/" + id + "/approve", Map.of("digits", canaries.make("wrong digits")));
            assertThat(script.post("api", "/api/v1/installs/" + id + "/approve", Map.of("digits", digits)))
                    .as(script.lastBody())
                    .isEqualTo(204);
        }
        return id;
    }

    private void handOver(Phone keeper, Phone fresh) throws Exception {
        sync(fresh);
        sync(keeper);
        sync(fresh);
        sync(keeper);
        SixDigits shown = fresh.teamKeys().digits().orElseThrow();
        keeper.teamKeys().confirm(keeper.teamKeys().newPhones().get(0).phone(), shown);
        fresh.teamKeys().confirmKeeper(shown);
        sync(keeper);
        assertThat(sync(fresh).proved()).isTrue();
        assertThat(fresh.teamKeys().current()).isEqualTo(keeper.teamKeys().current());
    }

    private void keep(String what, Phone phone) {
        TeamKey key = phone.teamKeys().current().orElseThrow();
        canaries.keep(what, key.key());
    }

    private void note(Phone phone, String what) {
        String text = canaries.make(what);
        var item = phone.outbox().newId();
        SealedText sealed = new TextSealer(phone.teamKeys())
                .seal(TextSealer.Purpose.NOTE, item, text)
                .orElseThrow();
        phone.outbox()
                .save(
                        item,
                        ContactSamples.contact(Pieces.today(), Channel.STREET).withNote(sealed));
        canaries.keep("sealed " + what, sealed.sealed(), "contacts", "state");
    }

    private PhoneParts parts(String name) throws IOException {
        return new PhoneParts(
                new FileDisk(folder.resolve(name)),
                Clock.systemUTC(),
                new SecureRandom(),
                InstallKeys.inProcess(),
                new PinLock.Cost(64, 1));
    }

    private static SyncResult sync(Phone phone) throws InterruptedException {
        SyncResult result = client(phone).sync(1);
        assertThat(result.end()).as(result.toString()).isEqualTo(SyncResult.End.COMPLETE);
        return result;
    }

    private static SyncClient client(Phone phone) {
        return new SyncClient(phone, new HttpTransport(), pause -> {});
    }
}
