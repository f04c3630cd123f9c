package nl.bereik.server.staffweb;

import java.time.Duration;
import java.util.List;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reach.NeedCounts;
import nl.bereik.protocol.reach.NeedFact;
import org.jspecify.annotations.Nullable;

/** Needs to lay out: five, of which three were accepted and one is done. */
final class NeedSamplesOfFigures {
    private NeedSamplesOfFigures() {}

    static NeedCounts counts() {
        return NeedCounts.fold(List.of(
                need(Topic.HOUSING, Urgency.NOW, "GGD", 20, null),
                need(Topic.HOUSING, Urgency.NOW, "GGD", 130, 4 * 24 * 60),
                need(Topic.EXIT, Urgency.TODAY, "GGD", 30, null),
                new NeedFact(Topic.EXIT, Urgency.TODAY, "Tiel", null, true, null, null),
                need(Topic.SAFETY, Urgency.ROUTINE, "OPGEHEVEN", null, null)));
    }

    private static NeedFact need(
            Topic domain, Urgency urgency, String partner, @Nullable Integer toAccept, @Nullable Integer toDone) {
        return new NeedFact(
                domain,
                urgency,
                "Tiel",
                partner,
                false,
                toAccept == null ? null : Duration.ofMinutes(toAccept),
                toDone == null ? null : Duration.ofMinutes(toDone));
    }
}
