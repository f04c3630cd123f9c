package nl.bereik.server;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.Encounter;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.PermitStatus;
import nl.bereik.protocol.contact.Service;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.contact.WorkForm;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.server.contact.StoredContact;
import org.jspecify.annotations.Nullable;

/** Contacts and items to test with; the same number gives the same. */
public final class ContactSamples {
    public static final LocalDate DAY = LocalDate.of(2025, 3, 14);

    private ContactSamples() {}

    /** With every field filled, also one that this version does not know. */
    public static ContactMoment contact(LocalDate on, Channel channel) {
        return new ContactMoment(
                on,
                DayPart.NIGHT,
                channel,
                "Nijmegen",
                Audience.SEX_WORKER,
                WorkForm.STREET,
                Gender.WOMAN,
                AgeBand.FROM_27,
                Encounter.REPEAT,
                channel == Channel.ZONE ? PermitStatus.WITHOUT : null,
                new TreeSet<>(List.of("nl", "ro")),
                new TreeSet<>(List.of(Topic.SAFETY, Topic.HOUSING)),
                new TreeSet<>(List.of(Service.CONDOMS)),
                new TreeSet<>(List.of(Signal.COERCION)),
                true,
                Map.of("newer.field", JsonObject.of(Map.of("$a", 1L))));
    }

    /** As {@link #contact}, without a signal, so that no need comes from it. */
    public static ContactMoment withoutSignal(LocalDate on, Channel channel) {
        ContactMoment contact = contact(on, channel);
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
                contact.permit(),
                contact.languages(),
                contact.topics(),
                contact.services(),
                new TreeSet<>(),
                contact.codeGiven(),
                contact.note(),
                contact.more());
    }

    public static UUID id(long number) {
        return UUID.nameUUIDFromBytes(Long.toString(number).getBytes(StandardCharsets.UTF_8));
    }

    public static PushItem item(long number) {
        return item(number, number, contact(DAY, Channel.STREET));
    }

    public static PushItem item(long number, long opSeq, ContactMoment contact) {
        return new PushItem(id(number), opSeq, ContactCodec.KIND, ContactCodec.SCHEMA, ContactCodec.encode(contact));
    }

    /** A contact item with one member of its body replaced, or taken away when the value is null. */
    public static PushItem itemWith(long number, String field, @Nullable Object value) {
        PushItem item = item(number);
        Map<String, @Nullable Object> body = new LinkedHashMap<>(item.body().members());
        if (value == null) {
            body.remove(field);
        } else {
            body.put(field, value);
        }
        return new PushItem(item.opId(), item.opSeq(), item.kind(), item.schema(), JsonObject.of(body));
    }

    public static List<PushBatch.Element> batch(PushItem... items) {
        return PushBatch.decode(PushBatch.encode(Arrays.asList(items)));
    }

    public static StoredContact stored(long number, String team, ContactMoment contact) {
        PushItem item = item(number, number, contact);
        return new StoredContact(
                item.opId(), "phone", team, item.opSeq(), ContentHash.of(item), item.schema(), contact, DAY);
    }
}
