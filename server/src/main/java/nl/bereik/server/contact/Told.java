package nl.bereik.server.contact;

import java.util.UUID;
import nl.bereik.protocol.contact.ContactMoment;
import org.jspecify.annotations.Nullable;

/**
 * One telling of a contact.
 *
 * @param opId of the item that told it
 * @param place {@value #FIRST} for what was first told, else the number of the correction in the order of arrival, from
 *     0; stays the same whatever is told later
 * @param contact null when it was taken back
 */
public record Told(UUID opId, int place, @Nullable ContactMoment contact) {
    static final int FIRST = -1;
}
