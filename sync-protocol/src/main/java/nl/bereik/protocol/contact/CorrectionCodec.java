package nl.bereik.protocol.contact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The body of an item of kind {@value #KIND}, schema {@value #SCHEMA}:
 * {@code {"corrects": id, "version": 2, "contact": {...}}}, without {@code contact} when it is taken back.
 */
public final class CorrectionCodec {
    /** The item kind that this codec reads and writes. */
    public static final String KIND = "contact-correction";

    /** The version of the body's shape. */
    public static final int SCHEMA = 1;

    private CorrectionCodec() {}

    public static JsonObject encode(ContactCorrection correction) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("corrects", correction.corrects().toString());
        body.put("version", correction.version());
        if (correction.contact() != null) {
            body.put("contact", ContactCodec.encode(correction.contact()));
        }
        correction.more().forEach(body::putIfAbsent);
        return JsonObject.of(body);
    }

    /** Reads a body; problems of the contact in it bear the contact's field names. */
    public static Decoded<ContactCorrection> decode(JsonObject body) {
        BodyReader reader = new BodyReader(body);
        UUID corrects = reader.id("corrects");
        long version = reader.number("version", ContactCorrection.FIRST_VERSION + 1);
        Object told = reader.value("contact");
        List<FieldProblem> problems = new ArrayList<>(reader.problems());
        ContactMoment contact = null;
        if (told instanceof JsonObject json) {
            Decoded<ContactMoment> decoded = ContactCodec.decode(json);
            if (decoded instanceof Decoded.Whole<ContactMoment> whole) {
                contact = whole.value();
            } else if (decoded instanceof Decoded.Faulty<ContactMoment> faulty) {
                problems.addAll(faulty.problems());
            }
        } else if (told != null) {
            problems.add(new FieldProblem("contact", Reason.WRONG_TYPE));
        }
        return corrects == null || !problems.isEmpty()
                ? new Decoded.Faulty<>(problems)
                : new Decoded.Whole<>(new ContactCorrection(corrects, version, contact, reader.rest()));
    }
}
