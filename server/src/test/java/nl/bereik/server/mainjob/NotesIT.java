package nl.bereik.server.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.bereik.mobile.disk.FileDisk;
import nl.bereik.mobile.enrolment.InstallKeys;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.journal.PinLock;
import nl.bereik.mobile.notes.NoteLine;
import nl.bereik.mobile.notes.NotesReader;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneParts;
import nl.bereik.mobile.privacy.TextSealer;
import nl.bereik.mobile.privacy.TextSealer.Opened;
import nl.bereik.mobile.privacy.TextSealer.Purpose;
import nl.bereik.mobile.sync.HttpTransport;
import nl.bereik.mobile.sync.SyncClient;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.mobile.sync.Transport;
import nl.bereik.mobile.sync.WireReply;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.ContactSamples;
import nl.bereik.server.benchmark.CountingProxy;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A note from phone to phone through the server's jar and its file: read at both ends and nowhere between. */
final class NotesIT {
    private static final String CANARY = "kanarieNachtegaal7391";
    private static final String CONTROL = "hierdieKontrole4417";
    private static final int EPOCH = 1_000;

    @TempDir
    private Path folder;

    private Programs programs;
    private CountingProxy proxy;
    private final ByteArrayOutputStream replies = new ByteArrayOutputStream();
    private final List<Phone> phones = new ArrayList<>();
    private int requests;

    @BeforeEach
    void begin() throws Exception {
        programs = new Programs(folder);
        programs.startServer();
        proxy = new CountingProxy(programs.address().getPort());
    }

    @AfterEach
    void end() throws IOException {
        phones.forEach(Phone::close);
        proxy.close();
        programs.close();
    }

    @Test
    void onlyThePhonesOfTheTeamReadANote() throws Exception {
        Phone writer = phone("writer", EPOCH);
        Phone reader = phone("reader", EPOCH);
        Phone outsider = phone("outsider", EPOCH + 1);

        UUID told = save(writer, CANARY + " eerst", Map.of());
        sync(writer);
        UUID correction = writer.outbox().newId();
        writer.outbox().correct(told, correction, noted(writer, correction, CANARY + " dan", Map.of()));
        save(writer, CANARY + " ook", Map.of("later", CONTROL));
        saveUnclear(writer);
        saveReadable(writer);
        assertThat(sync(writer).setAside()).as("one unclear, one refused").isEqualTo(2);

        sync(reader);
        assertThat(notes(reader)).containsExactlyInAnyOrder(CANARY + " dan", CANARY + " ook");
        sync(outsider);
        assertThat(notes(outsider)).containsOnly("-").hasSize(2);

        writer.outbox().correct(told, null);
        sync(writer);
        sync(reader);
        assertThat(notes(reader)).as("taken back").containsExactly(CANARY + " ook");
        restOfTheServer();
        phones.forEach(Phone::close);
        phones.clear();
        programs.killServer();

        assertThat(replies.toByteArray()).as("what the server answered").satisfies(NotesIT::isClean);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        int control = 0;
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            control += holds(content, CONTROL) ? 1 : 0;
            assertThat(content).as(file.toString()).satisfies(NotesIT::isClean);
        }
        assertThat(control).as("what is stored readable is found so").isPositive();
    }

    @Test
    void aSyncWithoutNewsCostsNoMoreWithNotes() throws Exception {
        Phone writer = phone("writer", EPOCH);
        Phone reader = phone("reader", EPOCH);
        sync(writer);
        sync(reader);
        long without = bytesOf(reader);
        for (int i = 0; i < 60; i++) {
            save(writer, "Wil praten over werk; komt dinsdag terug. " + i, Map.of());
        }
        int before = requests;
        sync(writer);
        assertThat(requests - before).as("a push and a comparison").isEqualTo(2);
        long first = bytesOf(reader);
        assertThat(notes(reader)).hasSize(60);
        before = requests;
        long with = bytesOf(reader);
        assertThat(requests - before).isEqualTo(1);
        assertThat(with).isCloseTo(without, Offset.offset(40L));
        save(writer, "Nog een.", Map.of());
        sync(writer);
        long one = bytesOf(reader);
        System.out.println("a sync without news: " + without + " bytes without notes, " + with
                + " with 60; the pull of 60 " + first + ", of one more beside them " + one);
    }

    private long bytesOf(Phone phone) throws InterruptedException {
        long before = proxy.up() + proxy.down();
        sync(phone);
        return proxy.up() + proxy.down() - before;
    }

    private static void isClean(byte[] content) {
        assertThat(holds(content, CANARY)).isFalse();
    }

    /** In plain text, in UTF-16, in hexadecimal digits, or in any of the three ways that base64 may write it. */
    private static boolean holds(byte[] content, String word) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
        List<String> forms = new ArrayList<>(List.of(
                word,
                new String(word.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1),
                new String(word.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1),
                HexFormat.of().formatHex(bytes)));
        for (int shift = 0; shift < 3; shift++) {
            String base64 =
                    Base64.getEncoder().encodeToString((" ".repeat(shift) + word).getBytes(StandardCharsets.US_ASCII));
            forms.add(base64.substring(4, base64.length() - 4));
        }
        return forms.stream().anyMatch(text::contains);
    }

    /** What else the server says of what it has. */
    private void restOfTheServer() throws Exception {
        replies.writeBytes(
                programs.post("/api/v1/quarantine/review", new byte[0]).bytes());
        replies.writeBytes(programs.figures(Integer.toString(today().getYear())).bytes());
    }

    private Phone phone(String name, int epoch) throws Exception {
        PhoneParts parts = new PhoneParts(
                new FileDisk(folder.resolve(name)),
                Clock.systemUTC(),
                new SecureRandom(),
                InstallKeys.inProcess(),
                new PinLock.Cost(64, 1));
        String code = phones.isEmpty()
                ? programs.firstStart().text("enrolmentCode")
                : programs.post("/api/v1/enrolment-codes", new byte[0]).text("code");
        programs.enrol(name, proxy.address().toString(), code);
        Phone phone = Phone.open(parts, new Pin("246813"));
        byte[] key = new byte[32];
        key[0] = (byte) epoch;
        phone.record(new Entry.TeamKeyKnown(epoch, HexFormat.of().formatHex(key)));
        phones.add(phone);
        return phone;
    }

    private UUID save(Phone phone, String text, Map<String, Object> more) {
        UUID opId = phone.outbox().newId();
        return phone.outbox().save(opId, noted(phone, opId, text, more));
    }

    private static ContactMoment noted(Phone phone, UUID opId, String text, Map<String, Object> more) {
        ContactMoment contact = ContactSamples.withoutSignal(today(), Channel.STREET);
        return new ContactMoment(
                contact.on(),
                contact.dayPart(),
                contact.channel(),
                contact.area(),
                contact.audience(),
                contact.workForm(),
                contact.gender(),
                contact.ageBand(),
                contact.encounter(),
                null,
                contact.languages(),
                contact.topics(),
                contact.services(),
                contact.signals(),
                false,
                new TextSealer(phone.teamKeys()).seal(Purpose.NOTE, opId, text).orElseThrow(),
                Map.copyOf(more));
    }

    /** One that the server keeps as it came, for it does not know the area. */
    private static void saveUnclear(Phone phone) {
        UUID opId = phone.outbox().newId();
        String body = ContactCodec.encode(noted(phone, opId, CANARY + " apart", Map.of()))
                .text();
        record(phone, opId, body.replace("\"Nijmegen\"", "\"Atlantis\""));
    }

    /** What no phone of ours sends. */
    private static void saveReadable(Phone phone) {
        UUID opId = phone.outbox().newId();
        String body = ContactCodec.encode(ContactSamples.withoutSignal(today(), Channel.STREET))
                .text();
        record(phone, opId, body.replaceFirst("\\{", "{\"note\":\"" + CANARY + "\","));
    }

    private static void record(Phone phone, UUID opId, String body) {
        phone.record(new Entry.Saved(
                opId,
                ContactCodec.KIND,
                ContactCodec.SCHEMA,
                Json.readObject(body),
                null,
                Clock.systemUTC().instant(),
                false,
                null));
    }

    private SyncResult sync(Phone phone) throws InterruptedException {
        HttpTransport http = new HttpTransport();
        Transport recording = request -> {
            requests++;
            WireReply reply = http.exchange(request);
            replies.writeBytes(reply.body());
            replies.writeBytes(Objects.toString(reply).getBytes(StandardCharsets.UTF_8));
            return reply;
        };
        SyncResult result = new SyncClient(phone, recording, SyncClient.Pause.real()).sync(5);
        assertThat(result.end()).isEqualTo(SyncResult.End.COMPLETE);
        return result;
    }

    /** The texts, a dash for each that this phone has no key for. */
    private static List<String> notes(Phone phone) {
        return new NotesReader(phone)
                .read().lines().stream()
                        .map(NoteLine::text)
                        .map(opened -> opened instanceof Opened.Text text ? text.text() : "-")
                        .toList();
    }

    private static LocalDate today() {
        return ReferenceData.gelderlandZuid().dayOf(Instant.now());
    }
}
