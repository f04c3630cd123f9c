package nl.bereik.mobile.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import nl.bereik.mobile.disk.FileDisk;
import nl.bereik.mobile.enrolment.InstallKeys;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.journal.PinLock;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneParts;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.Encounter;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.contact.WorkForm;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;

/** Phones and contacts for tests: cheap to unlock, in a folder of the test's own. */
public final class PhoneSamples {
    public static final Pin PIN = new Pin("246810");
    public static final Instant EVENING = Instant.parse("2026-03-06T20:41:00Z");
    public static final LocalDate SHIFT = LocalDate.of(2026, 3, 6);

    private PhoneSamples() {}

    public static PhoneParts parts(Path folder, MovableClock clock) {
        try {
            return new PhoneParts(
                    new FileDisk(folder), clock, new Random(7), InstallKeys.inProcess(), new PinLock.Cost(64, 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void enrol(Phone phone) {
        enrol(phone, true);
    }

    public static void enrol(Phone phone, boolean approved) {
        String installId = phone.enrolment()
                .keyFor(URI.create("https://bereik.example.org"))
                .thumbprint();
        phone.enrolment().enrolled(new EnrolReply(installId, "Straatteam Nijmegen", EVENING, approved));
    }

    public static ContactMoment contact(LocalDate on, Channel channel, Gender gender, AgeBand age, Topic... topics) {
        return new ContactMoment(
                on,
                DayPart.EVENING,
                channel,
                "Nijmegen",
                Audience.SEX_WORKER,
                WorkForm.STREET,
                gender,
                age,
                Encounter.REPEAT,
                null,
                new TreeSet<>(),
                new TreeSet<>(Arrays.asList(topics)),
                new TreeSet<>(),
                new TreeSet<>(),
                false,
                Map.of());
    }

    public static ContactMoment contact() {
        return contact(SHIFT, Channel.ZONE, Gender.WOMAN, AgeBand.FROM_27, Topic.HOUSING, Topic.SAFETY);
    }

    /** The server's word on the item, as after a push. */
    public static ContentHash settle(Phone phone, UUID opId, Verdict verdict, FieldProblem... problems) {
        PushItem item = phone.outbox().sending().nextBatch(100).stream()
                .filter(sent -> sent.opId().equals(opId))
                .findFirst()
                .orElseThrow();
        phone.outbox().sending().settle(List.of(ItemOutcome.of(item, verdict, problems)));
        return ContentHash.of(item);
    }
}
