package nl.bereik.server.contact;

import java.time.LocalDate;
import nl.bereik.protocol.contact.ContactMoment;
import org.jspecify.annotations.Nullable;

/**
 * Where a contact stands in the tallies.
 *
 * @param on the day in whose tally it counts; null when it counts in none
 * @param place of the {@link Told} that counts there; of no meaning without a day
 */
public record Counted(@Nullable LocalDate on, int place) {
    /** In no tally. */
    public static final Counted NOWHERE = new Counted(null, Told.FIRST);

    static Counted as(Told told) {
        ContactMoment contact = told.contact();
        return contact == null ? NOWHERE : new Counted(contact.on(), told.place());
    }
}
