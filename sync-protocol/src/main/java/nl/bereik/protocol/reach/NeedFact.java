package nl.bereik.protocol.reach;

import java.time.Duration;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What counts of a follow-up need.
 *
 * @param area code of the area
 * @param partner code of the organisation that has or had it, else of the one that was wished for; null when neither
 * @param withdrawn whether it was withdrawn before anybody accepted it
 * @param toAccept from when the server heard of it until somebody accepted it first; null when nobody has
 * @param toDone until it was done; null when it is not
 */
public record NeedFact(
        Topic lifeDomain,
        Urgency urgency,
        String area,
        @Nullable String partner,
        boolean withdrawn,
        @Nullable Duration toAccept,
        @Nullable Duration toDone) {}
