package nl.bereik.mobile.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.protocol.activity.Activity;
import nl.bereik.protocol.activity.ActivityCodec;
import nl.bereik.protocol.activity.Consultation;
import nl.bereik.protocol.activity.PreventionActivity;
import nl.bereik.protocol.activity.Registration;
import nl.bereik.protocol.activity.RegistrationSource;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What the form of an activity starts with.
 *
 * @param kind the item's kind
 * @param on null for the day of the shift
 * @param participants 0 when not known yet
 * @param more what a newer version added, carried through
 * @param refused what the server has against it; empty for one that it did not refuse
 */
public record ActivityStart(
        String kind,
        @Nullable LocalDate on,
        @Nullable String area,
        @Nullable RegistrationSource source,
        Set<Topic> topics,
        @Nullable String programme,
        @Nullable Audience audience,
        int participants,
        Map<String, @Nullable Object> more,
        List<FieldProblem> refused) {

    /** Nothing known but the kind. */
    static ActivityStart empty(String kind, @Nullable String area) {
        return new ActivityStart(kind, null, area, null, Set.of(), null, null, 0, Map.of(), List.of());
    }

    /** With what is likely to be the same as the last time, read from the outbox; else where the last contact was. */
    public static ActivityStart afterLast(String kind, List<OutboxItem> items) {
        String area = null;
        for (int i = items.size() - 1; i >= 0; i--) {
            OutboxItem item = items.get(i);
            if (item.isKind(kind)
                    && !item.saved().imported()
                    && ActivityCodec.decode(kind, item.body()) instanceof Decoded.Whole<Activity> last) {
                ActivityStart told = of(last.value(), List.of());
                return new ActivityStart(
                        kind,
                        null,
                        told.area(),
                        told.source(),
                        Set.of(),
                        told.programme(),
                        told.audience(),
                        0,
                        Map.of(),
                        List.of());
            }
            if (area == null && item.isKind(ContactCodec.KIND) && item.body().get("area") instanceof String text) {
                area = text;
            }
        }
        return empty(kind, area);
    }

    /** All that was told of one. */
    public static ActivityStart of(Activity told, List<FieldProblem> refused) {
        PreventionActivity prevention = told instanceof PreventionActivity activity ? activity : null;
        return new ActivityStart(
                told.kind(),
                told.on(),
                told.area(),
                told instanceof Registration registration ? registration.source() : null,
                told instanceof Consultation consultation ? consultation.topics() : Set.of(),
                prevention == null ? null : prevention.programme(),
                prevention == null ? null : prevention.audience(),
                prevention == null ? 0 : prevention.participants(),
                told.more(),
                refused);
    }
}
