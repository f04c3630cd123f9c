package nl.bereik.server.event;

import java.time.LocalDate;
import java.util.UUID;
import nl.bereik.protocol.activity.Activity;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.trajectory.TrajectoryStep;

/**
 * An event with where it came from.
 *
 * @param opId the item's id, under which it is stored once
 * @param install the phone that sent it
 * @param hash of the item as it was sent
 * @param receivedOn the day it arrived in the region's zone
 */
public record StoredEvent(
        UUID opId, String install, String team, ContentHash hash, Content content, LocalDate receivedOn) {

    /** What happened. */
    public sealed interface Content {
        /** The day on which it did, in the team's zone. */
        LocalDate on();
    }

    /** An activity. */
    public record OfActivity(Activity activity) implements Content {
        @Override
        public LocalDate on() {
            return activity.on();
        }
    }

    /** A step of a trajectory. */
    public record OfTrajectory(TrajectoryStep step) implements Content {
        @Override
        public LocalDate on() {
            return step.on();
        }
    }

    /** An event that was pushed by this install. */
    public static StoredEvent of(
            String install, String team, PushItem item, ContentHash hash, Content content, LocalDate today) {
        return new StoredEvent(item.opId(), install, team, hash, content, today);
    }
}
