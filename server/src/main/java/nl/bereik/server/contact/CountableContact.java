package nl.bereik.server.contact;

import java.util.UUID;
import nl.bereik.protocol.contact.ContactMoment;

/**
 * A stored contact as the fold sees it.
 *
 * @param uncounted whether its day must be folded (again)
 */
public record CountableContact(UUID opId, String team, boolean uncounted, ContactMoment contact) {
    public TeamDay teamDay() {
        return new TeamDay(team, contact.on());
    }
}
