package nl.bereik.protocol.notes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.state.StateRecord;
import org.jspecify.annotations.Nullable;

/**
 * The note of one contact, as a record of a phone's slice.
 *
 * @param contact the contact, by the item that first told it
 * @param item the item that told the note: what it is bound to
 * @param on the day of the contact
 * @param channel the channel's code; text, for it may be one that this version does not know
 * @param area the area's code
 */
public record TeamNote(UUID contact, UUID item, LocalDate on, String channel, String area, SealedText note) {
    public static final String KIND = "note";

    public StateRecord record() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("contact", contact.toString());
        if (!item.equals(contact)) {
            body.put("item", item.toString());
        }
        body.put("on", on.toString());
        body.put("channel", channel);
        body.put("area", area);
        body.put("note", note.toJson());
        return StateRecord.of(KIND + ':' + contact, KIND, JsonObject.of(body));
    }

    /** The note in a record; empty when the record is of another kind or cannot be read. */
    public static Optional<TeamNote> read(StateRecord record) {
        if (!record.kind().equals(KIND)) {
            return Optional.empty();
        }
        try {
            JsonObject body = record.body();
            String contact = body.text("contact");
            String item = body.optionalText("item");
            return Optional.of(new TeamNote(
                    UUID.fromString(contact),
                    UUID.fromString(item == null ? contact : item),
                    LocalDate.parse(body.text("on")),
                    body.text("channel"),
                    body.text("area"),
                    SealedText.fromJson(body.object("note"))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
