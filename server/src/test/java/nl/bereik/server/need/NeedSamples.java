package nl.bereik.server.need;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedCodec;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedCommandCodec;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.privacy.SealedText;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.server.ContactSamples;
import org.jspecify.annotations.Nullable;

/** Follow-up needs to test with; the same number gives the same. */
public final class NeedSamples {
    private NeedSamples() {}

    static UUID id(long number) {
        return ContactSamples.id(1_000_000 + number);
    }

    public static FollowUpNeed need() {
        return need(Urgency.TODAY);
    }

    static FollowUpNeed need(Urgency urgency) {
        return need(urgency, null);
    }

    static FollowUpNeed need(Urgency urgency, @Nullable String partner) {
        return need(urgency, "Tiel", partner, null);
    }

    /** @param person the account of whom the person would like; null for no wish */
    public static FollowUpNeed wishing(Urgency urgency, String area, @Nullable String person) {
        return need(urgency, area, null, person);
    }

    static FollowUpNeed need(Urgency urgency, String area, @Nullable String partner, @Nullable String person) {
        SealedText sealed = new SealedText(1, "not readable".repeat(8).getBytes(StandardCharsets.UTF_8));
        return new FollowUpNeed(
                null,
                LocalDate.of(2025, 3, 14),
                area,
                Topic.HOUSING,
                urgency,
                "ro",
                partner,
                person,
                true,
                new TreeSet<>(List.of(Signal.COERCION)),
                sealed,
                null,
                sealed,
                Map.of());
    }

    static PushItem raising(long number) {
        return new PushItem(id(number), number, NeedCodec.KIND, NeedCodec.SCHEMA, NeedCodec.encode(need()));
    }

    static PushItem commanding(long number, NeedCommand command) {
        return new PushItem(
                id(number), number, NeedCommandCodec.KIND, NeedCommandCodec.SCHEMA, NeedCommandCodec.encode(command));
    }

    static StoredNeed stored(long number, String team, Instant receivedAt) {
        return stored(raising(number), team, receivedAt);
    }

    /** A need of any id, as it is raised. */
    public static StoredNeed stored(UUID id, String team, Instant receivedAt) {
        return stored(
                new PushItem(id, 1, NeedCodec.KIND, NeedCodec.SCHEMA, NeedCodec.encode(need())), team, receivedAt);
    }

    private static StoredNeed stored(PushItem item, String team, Instant receivedAt) {
        return StoredNeed.raised(item.opId(), "phone", team, ContentHash.of(item), receivedAt, need(), "worker");
    }
}
