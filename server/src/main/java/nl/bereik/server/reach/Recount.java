package nl.bereik.server.reach;

import java.util.UUID;
import nl.bereik.server.contact.Counted;

/**
 * That something came too late and stands in the tallies now.
 *
 * @param id of the contact, event or need
 * @param counted where it stands
 */
record Recount(Kind kind, UUID id, Counted counted) {
    enum Kind {
        CONTACT,
        EVENT,
        NEED
    }
}
