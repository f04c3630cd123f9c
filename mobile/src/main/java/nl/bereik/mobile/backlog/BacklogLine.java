package nl.bereik.mobile.backlog;

import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** One line of an import file, read. */
sealed interface BacklogLine {
    /** What the line's identity is made of. */
    String content();

    /** @param note readable text that goes no further unsealed; null when there is none */
    record OfContact(
            String content, ContactMoment contact, @Nullable String note) implements BacklogLine {}

    /** Something else, as the item that tells it. */
    record OfEvent(String content, String kind, int schema, JsonObject body) implements BacklogLine {}
}
