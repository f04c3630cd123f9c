package nl.bereik.server.staffweb;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.Encounter;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.Service;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.contact.WorkForm;

/** Contact moments for tests. */
final class Contacts {
    private Contacts() {}

    static List<ContactMoment> many(int count, String on, Channel channel, String area) {
        return Collections.nCopies(count, one(on, channel, area, Audience.SEX_WORKER, true));
    }

    static ContactMoment one(String on, Channel channel, String area, Audience audience, boolean codeGiven) {
        return new ContactMoment(
                LocalDate.parse(on),
                DayPart.EVENING,
                channel,
                area,
                audience,
                WorkForm.UNKNOWN,
                Gender.WOMAN,
                AgeBand.FROM_27,
                Encounter.REPEAT,
                null,
                new TreeSet<>(List.of("nl", "ro")),
                new TreeSet<>(List.of(Topic.HOUSING, Topic.SAFETY)),
                new TreeSet<>(List.of(Service.ADVICE)),
                new TreeSet<>(audience == Audience.AT_RISK ? List.of(Signal.COERCION) : List.of()),
                codeGiven,
                Map.of());
    }

    /** A thousand and some in the first half of 2025, fewer in the half before. */
    static List<ContactMoment> year() {
        List<ContactMoment> all = new ArrayList<>();
        all.addAll(many(800, "2024-11-03", Channel.ZONE, "Nijmegen"));
        all.addAll(many(600, "2025-01-10", Channel.ZONE, "Nijmegen"));
        all.addAll(many(400, "2025-03-10", Channel.ONLINE, "Tiel"));
        all.addAll(Collections.nCopies(200, one("2025-04-02", Channel.DROP_IN, "Nijmegen", Audience.AT_RISK, false)));
        all.addAll(Collections.nCopies(34, one("2025-05-02", Channel.PHONE, "Druten", Audience.PROFESSIONAL, false)));
        return all;
    }
}
