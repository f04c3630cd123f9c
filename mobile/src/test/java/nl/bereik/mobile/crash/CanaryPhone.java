package nl.bereik.mobile.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.bereik.mobile.app.PhoneSamples;
import nl.bereik.mobile.disk.FileDisk;
import nl.bereik.mobile.enrolment.InstallKey;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneParts;
import nl.bereik.mobile.recovery.RecoveryExport;
import nl.bereik.mobile.sync.SyncClient;
import nl.bereik.mobile.sync.Transport;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;

/** A phone with canaries in every place that takes something, which then crashes. A process of its own. */
final class CanaryPhone {
    static final String CANARY = "kanarie7f3a";
    static final String TEAM_KEY = "kanarie-als-sleutel-van-het-team";
    static final Pin PIN = new Pin("739182640517");
    static final Pin OTHER_PIN = new Pin("518273940615");

    private CanaryPhone() {}

    /** Prints what must not be found: each secret that was made, in hexadecimal, a line each. Then crashes. */
    public static void main(String[] arguments) throws Exception {
        Crashes.tellTo(System.err);
        Phone phone = Phone.open(PhoneParts.real(new FileDisk(Path.of(arguments[0]))), PIN);
        InstallKey key = phone.enrolment().keyFor(URI.create("https://bereik.example"));
        phone.enrolment().enrolled(new EnrolReply(key.thumbprint(), CANARY, PhoneSamples.EVENING));
        for (int i = 0; i < 40; i++) {
            phone.record(new Entry.Saved(
                    UUID.randomUUID(),
                    ContactCodec.KIND,
                    ContactCodec.SCHEMA,
                    withCanaries(ContactCodec.encode(PhoneSamples.contact())),
                    CANARY,
                    PhoneSamples.EVENING,
                    false,
                    null));
        }
        phone.settings().chooseLanguage(Locale.ENGLISH);
        phone.record(new Entry.SettingChosen(CANARY, CANARY));
        phone.record(new Entry.TeamKeyKnown(1, HexFormat.of().formatHex(TEAM_KEY.getBytes(StandardCharsets.US_ASCII))));
        Transport none = request -> {
            throw new Transport.NoReplyException(false, new IOException(CANARY));
        };
        new SyncClient(phone, none, pause -> {}).sync(2);
        RecoveryExport.seal(phone);
        phone.changePin(PIN, OTHER_PIN);
        try {
            phone.changePin(PIN, OTHER_PIN);
        } catch (JournalException e) {
            System.out.println("refused " + e.reason());
        }
        phone.compact();
        System.out.println("secret " + hexOfPrivateKey(key));
        Thread worker = new Thread(() -> {
            throw new IllegalStateException(CANARY, new RuntimeException(PIN.digits() + CANARY));
        });
        worker.start();
        worker.join();
        throw new IllegalArgumentException(CANARY);
    }

    private static JsonObject withCanaries(JsonObject body) {
        List<String> members = new ArrayList<>();
        for (Map.Entry<String, ?> member : body.members().entrySet()) {
            members.add(member.getKey());
        }
        String text = body.text();
        return Json.readObject(text.substring(0, text.length() - 1) + ",\"later\":\"" + CANARY + "\",\"" + CANARY
                + "\":" + members.size() + "}");
    }

    private static String hexOfPrivateKey(InstallKey key) {
        return HexFormat.of()
                .formatHex(Base64.getUrlDecoder().decode(key.toPrivateJwk().text("d")));
    }
}
