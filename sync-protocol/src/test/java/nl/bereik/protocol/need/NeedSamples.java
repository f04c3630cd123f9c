package nl.bereik.protocol.need;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.privacy.SealedText;

/** Follow-up needs for tests. */
public final class NeedSamples {
    private NeedSamples() {}

    /** With every field, and one of tomorrow. */
    public static FollowUpNeed full() {
        SealedText sealed = new SealedText(1, new byte[SealedText.MIN_BYTES]);
        return new FollowUpNeed(
                UUID.fromString("7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11"),
                LocalDate.of(2026, 11, 21),
                "Tiel",
                Topic.HOUSING,
                Urgency.TODAY,
                "ro",
                "moviera",
                "case.manager",
                true,
                new TreeSet<>(List.of(Signal.COERCION)),
                sealed,
                sealed,
                sealed,
                Map.of("why", "of tomorrow"));
    }
}
