package nl.bereik.server.contact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.Encounter;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.PermitStatus;
import nl.bereik.protocol.contact.Service;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.contact.WorkForm;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.bson.Document;

/** A contact as a document: codes as text, days as ISO dates, fields not known here as their JSON text. */
final class ContactDocument {
    static final String UNCOUNTED = "uncounted";

    private ContactDocument() {}

    static Document write(StoredContact stored) {
        ContactMoment contact = stored.contact();
        Document document = new Document("_id", stored.opId().toString())
                .append("install", stored.install())
                .append("team", stored.team())
                .append("opSeq", stored.opSeq())
                .append("hash", stored.hash().toString())
                .append("schema", stored.schema())
                .append("on", contact.on().toString())
                .append("dayPart", contact.dayPart().name())
                .append("channel", contact.channel().name())
                .append("area", contact.area())
                .append("audience", contact.audience().name())
                .append("workForm", contact.workForm().name())
                .append("gender", contact.gender().name())
                .append("ageBand", contact.ageBand().name())
                .append("encounter", contact.encounter().name())
                .append("languages", List.copyOf(contact.languages()))
                .append("topics", names(contact.topics()))
                .append("services", names(contact.services()))
                .append("signals", names(contact.signals()))
                .append("codeGiven", contact.codeGiven())
                .append("receivedOn", stored.receivedOn().toString())
                .append(UNCOUNTED, true);
        if (contact.permit() != null) {
            document.append("permit", contact.permit().name());
        }
        if (!contact.more().isEmpty()) {
            document.append("more", JsonObject.of(contact.more()).text());
        }
        return document;
    }

    static CountableContact read(Document document) {
        String permit = document.getString("permit");
        String more = document.getString("more");
        ContactMoment contact = new ContactMoment(
                LocalDate.parse(document.getString("on")),
                DayPart.valueOf(document.getString("dayPart")),
                Channel.valueOf(document.getString("channel")),
                document.getString("area"),
                Audience.valueOf(document.getString("audience")),
                WorkForm.valueOf(document.getString("workForm")),
                Gender.valueOf(document.getString("gender")),
                AgeBand.valueOf(document.getString("ageBand")),
                Encounter.valueOf(document.getString("encounter")),
                permit == null ? null : PermitStatus.valueOf(permit),
                new TreeSet<>(document.getList("languages", String.class)),
                codes(document, "topics", Topic.class),
                codes(document, "services", Service.class),
                codes(document, "signals", Signal.class),
                document.getBoolean("codeGiven", false),
                more == null ? Map.of() : Json.readObject(more).members());
        return new CountableContact(
                UUID.fromString(document.getString("_id")),
                document.getString("team"),
                document.getBoolean(UNCOUNTED, false),
                contact);
    }

    private static List<String> names(Collection<? extends Enum<?>> codes) {
        return codes.stream().<String>map(Enum::name).toList();
    }

    private static <E extends Enum<E>> SortedSet<E> codes(Document document, String field, Class<E> type) {
        SortedSet<E> codes = new TreeSet<>();
        document.getList(field, String.class).forEach(name -> codes.add(Enum.valueOf(type, name)));
        return codes;
    }
}
