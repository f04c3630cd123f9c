package nl.bereik.mobile.activity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.protocol.activity.Activity;
import nl.bereik.protocol.activity.ActivityCodec;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.takeback.TakeBackCodec;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStepCodec;
import org.jspecify.annotations.Nullable;

/** Reads activities and steps of trajectories from the outbox. */
public final class OtherLines {
    private OtherLines() {}

    /**
     * Refused ones first, then the newest: those that were told today or need attention. What was taken back leaves once the server knows.
     *
     * @param ofToday whether an item was told today
     * @param stateOf where an item stands
     */
    public static List<OtherLine> read(
            List<OutboxItem> items, Predicate<OutboxItem> ofToday, Function<OutboxItem, ItemState> stateOf) {
        Map<UUID, OutboxItem> takenBack = new HashMap<>();
        for (OutboxItem item : items) {
            UUID told = item.takesBack();
            if (told != null && item.state() != ItemState.NEEDS_REPAIR) {
                takenBack.put(told, item);
            }
        }
        List<OtherLine> lines = new ArrayList<>();
        for (int i = items.size() - 1; i >= 0; i--) {
            OutboxItem item = items.get(i);
            if (isOther(item) && (!item.saved().imported() || needsAttention(item))) {
                OutboxItem standing = takenBack.getOrDefault(item.opId(), item);
                boolean over = standing != item && standing.state() == ItemState.ARRIVED;
                if (!over && (ofToday.test(standing) || needsAttention(standing))) {
                    lines.add(line(item, standing, stateOf.apply(standing)));
                }
            } else if (item.isKind(TakeBackCodec.KIND) && item.state() == ItemState.NEEDS_REPAIR) {
                lines.add(line(item, item, item.state()));
            }
        }
        lines.sort(Comparator.comparing(line -> line.state() != ItemState.NEEDS_REPAIR));
        return List.copyOf(lines);
    }

    private static OtherLine line(OutboxItem item, OutboxItem standing, ItemState state) {
        return new OtherLine(
                item.opId(),
                item.saved().kind(),
                activity(item),
                step(item),
                standing != item,
                state,
                standing.problems());
    }

    private static boolean isOther(OutboxItem item) {
        return ActivityCodec.KINDS.contains(item.saved().kind()) || item.isKind(TrajectoryStepCodec.KIND);
    }

    private static boolean needsAttention(OutboxItem item) {
        return item.state() == ItemState.NEEDS_REPAIR || item.state() == ItemState.UNDER_REVIEW;
    }

    private static @Nullable Activity activity(OutboxItem item) {
        return ActivityCodec.KINDS.contains(item.saved().kind())
                        && ActivityCodec.decode(item.saved().kind(), item.body())
                                instanceof Decoded.Whole<Activity> activity
                ? activity.value()
                : null;
    }

    private static @Nullable TrajectoryStep step(OutboxItem item) {
        return item.isKind(TrajectoryStepCodec.KIND)
                        && TrajectoryStepCodec.decode(item.body()) instanceof Decoded.Whole<TrajectoryStep> step
                ? step.value()
                : null;
    }
}
