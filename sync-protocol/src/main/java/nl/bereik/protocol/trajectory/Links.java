package nl.bereik.protocol.trajectory;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;

/** Which trajectories are of one person: those that are linked by what they continue, over however many. */
public final class Links {
    private final Map<UUID, UUID> next = new HashMap<>();

    /** Takes in what a start says. */
    public void add(UUID trajectory, Start start) {
        if (start.continues() != null) {
            next.put(person(trajectory), person(start.continues()));
        }
    }

    /** One id for all trajectories that are linked so far. */
    public UUID person(UUID trajectory) {
        UUID at = trajectory;
        for (UUID to = next.getOrDefault(at, at); !to.equals(at); to = next.getOrDefault(at, at)) {
            at = to;
        }
        return at;
    }
}
