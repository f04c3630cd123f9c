package nl.bereik.server.rig;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import nl.bereik.mobile.outbox.ItemIds;
import nl.bereik.mobile.outbox.Outbox.NewContact;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.Encounter;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.contact.WorkForm;

/** What a phone of the rig logs: the same for the same seed and phone, so that logging it again adds nothing. */
final class RigContacts {
    static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 181;
    private static final List<String> AREAS = List.of("Nijmegen", "Tiel", "Druten");

    private RigContacts() {}

    static List<NewContact> of(long seed, int phone, int items) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + phone);
        List<NewContact> contacts = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            contacts.add(new NewContact(ItemIds.of(random.nextLong(), random.nextLong()), contact(random), true));
        }
        return contacts;
    }

    private static ContactMoment contact(SplittableRandom random) {
        return new ContactMoment(
                FIRST_DAY.plusDays(random.nextInt(DAYS)),
                any(DayPart.values(), random),
                any(Channel.values(), random),
                AREAS.get(random.nextInt(AREAS.size())),
                any(Audience.values(), random),
                any(WorkForm.values(), random),
                any(Gender.values(), random),
                any(AgeBand.values(), random),
                any(Encounter.values(), random),
                null,
                new TreeSet<>(List.of("nl")),
                new TreeSet<>(List.of(any(Topic.values(), random))),
                new TreeSet<>(),
                new TreeSet<>(),
                random.nextBoolean(),
                Map.of());
    }

    private static <E> E any(E[] codes, SplittableRandom random) {
        return codes[random.nextInt(codes.length)];
    }
}
