package nl.bereik.server.contact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCorrection;
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
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.server.period.TeamDay;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A contact as a document: what was first told at the top, corrections in an array, all days ever told in another.
 * Codes are text, days ISO dates, fields not known here their JSON text. Without {@code hash} it is a contact of which
 * only corrections have arrived.
 */
final class ContactDocument {
    static final String UNCOUNTED = "uncounted";
    static final String DAYS = "days";
    static final String REV = "rev";
    static final String COUNTED = "counted";
    static final String LATE = "late";
    static final String HASH = "hash";
    static final String CORRECTIONS = "corrections";
    static final String OP_ID = "opId";

    /** The team and day, as the tally's id, of every telling with a note: what the index of notes goes by. */
    static final String NOTED = "noted";

    private ContactDocument() {}

    static Document write(StoredContact stored) {
        Document document = new Document("_id", stored.opId().toString())
                .append("team", stored.team())
                .append(DAYS, List.of(stored.contact().on().toString()))
                .append(REV, 1L)
                .append(UNCOUNTED, true)
                .append("install", stored.install())
                .append("opSeq", stored.opSeq())
                .append(HASH, stored.hash().toString())
                .append("schema", stored.schema())
                .append("receivedOn", stored.receivedOn().toString())
                .append("contact", contact(stored.contact()));
        if (stored.contact().note() != null) {
            document.append(NOTED, List.of(noted(stored.team(), stored.contact())));
        }
        return document;
    }

    /** What {@link #NOTED} has of a telling with a note. */
    static String noted(String team, ContactMoment contact) {
        return new TeamDay(team, contact.on()).id();
    }

    static Document write(StoredCorrection stored) {
        ContactCorrection correction = stored.correction();
        Document document = new Document(OP_ID, stored.opId().toString())
                .append("install", stored.install())
                .append("opSeq", stored.opSeq())
                .append(HASH, stored.hash().toString())
                .append("schema", stored.schema())
                .append("version", correction.version())
                .append("receivedOn", stored.receivedOn().toString());
        if (correction.contact() != null) {
            document.append("contact", contact(correction.contact()));
        }
        if (!correction.more().isEmpty()) {
            document.append("more", JsonObject.of(correction.more()).text());
        }
        return document;
    }

    private static Document contact(ContactMoment contact) {
        Document document = new Document("on", contact.on().toString())
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
                .append("codeGiven", contact.codeGiven());
        if (contact.permit() != null) {
            document.append("permit", contact.permit().name());
        }
        SealedText note = contact.note();
        if (note != null) {
            document.append("note", new Document("epoch", note.epoch()).append("sealed", new Binary(note.sealed())));
        }
        if (!contact.more().isEmpty()) {
            document.append("more", JsonObject.of(contact.more()).text());
        }
        return document;
    }

    static CountableContact read(Document document) {
        String team = document.getString("team");
        return new CountableContact(
                UUID.fromString(document.getString("_id")),
                team,
                document.get(REV, Number.class).longValue(),
                document.getBoolean(UNCOUNTED, false),
                days(document),
                Versions.told(
                        UUID.fromString(document.getString("_id")),
                        contact(document.get("contact", Document.class)),
                        corrections(document)),
                counted(document.get(COUNTED, Document.class)),
                document.containsKey(LATE));
    }

    /** The contact with its note; empty when it has none now. */
    static Optional<NotedContact> noted(Document document) {
        return NotedContact.of(
                UUID.fromString(document.getString("_id")),
                document.getString("install"),
                contact(document.get("contact", Document.class)),
                corrections(document));
    }

    static Document write(Counted counted) {
        Document document = new Document();
        return counted.on() == null
                ? document
                : document.append("on", counted.on().toString()).append("place", counted.place());
    }

    private static @Nullable Counted counted(@Nullable Document document) {
        if (document == null) {
            return null;
        }
        String on = document.getString("on");
        return on == null ? Counted.NOWHERE : new Counted(LocalDate.parse(on), document.getInteger("place"));
    }

    private static List<StoredCorrection> corrections(Document document) {
        UUID corrects = UUID.fromString(document.getString("_id"));
        String team = document.getString("team");
        return document.getList(CORRECTIONS, Document.class, List.of()).stream()
                .map(correction -> correction(corrects, team, correction))
                .toList();
    }

    static Set<LocalDate> days(Document document) {
        return document.getList(DAYS, String.class, List.of()).stream()
                .map(LocalDate::parse)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static StoredCorrection correction(UUID corrects, String team, Document document) {
        String more = document.getString("more");
        return new StoredCorrection(
                UUID.fromString(document.getString(OP_ID)),
                document.getString("install"),
                team,
                document.getLong("opSeq"),
                ContentHash.parse(document.getString(HASH)),
                document.getInteger("schema"),
                new ContactCorrection(
                        corrects,
                        document.getLong("version"),
                        contact(document.get("contact", Document.class)),
                        more == null ? Map.of() : Json.readObject(more).members()),
                LocalDate.parse(document.getString("receivedOn")));
    }

    private static @Nullable ContactMoment contact(@Nullable Document document) {
        if (document == null) {
            return null;
        }
        String permit = document.getString("permit");
        Document note = document.get("note", Document.class);
        String more = document.getString("more");
        return new ContactMoment(
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
                note == null
                        ? null
                        : new SealedText(
                                note.getInteger("epoch"),
                                note.get("sealed", Binary.class).getData()),
                more == null ? Map.of() : Json.readObject(more).members());
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
