package nl.bereik.mobile.phone;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.enrolment.InstallKeys;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.journal.PinLock;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.Encounter;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.WorkForm;

/** Phones and contacts for tests. */
public final class PhoneSamples {
    public static final Pin PIN = new Pin("246813");
    public static final Instant NOW = Instant.parse("2026-11-21T22:41:00Z");

    private PhoneSamples() {}

    public static Phone open(MemoryDisk disk) {
        return open(
                disk, Clock.fixed(NOW, ZoneOffset.UTC), new Random(disk.files().size()));
    }

    public static Phone open(MemoryDisk disk, Clock clock, RandomGenerator random) {
        return Phone.open(new PhoneParts(disk, clock, random, InstallKeys.inProcess(), new PinLock.Cost(64, 1)), PIN);
    }

    public static ContactMoment contact(LocalDate on) {
        return new ContactMoment(
                on,
                DayPart.EVENING,
                Channel.STREET,
                "Nijmegen",
                Audience.SEX_WORKER,
                WorkForm.UNKNOWN,
                Gender.WOMAN,
                AgeBand.UNKNOWN,
                Encounter.FIRST,
                null,
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                false,
                Map.of());
    }
}
