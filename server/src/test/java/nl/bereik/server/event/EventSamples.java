package nl.bereik.server.event;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import nl.bereik.protocol.activity.Activity;
import nl.bereik.protocol.activity.Consultation;
import nl.bereik.protocol.activity.PreventionActivity;
import nl.bereik.protocol.activity.Registration;
import nl.bereik.protocol.activity.RegistrationSource;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import nl.bereik.protocol.trajectory.TrajectoryStep.What;
import org.jspecify.annotations.Nullable;

/** Invented events. */
public final class EventSamples {
    private EventSamples() {}

    public static StoredEvent registration(long number, String team, LocalDate on) {
        return stored(number, team, new Registration(on, RegistrationSource.SELF, "Tiel", Map.of()));
    }

    public static StoredEvent consultation(long number, String team, LocalDate on) {
        return stored(number, team, new Consultation(on, "Tiel", new TreeSet<>(), Map.of()));
    }

    public static StoredEvent prevention(long number, String team, LocalDate on) {
        return stored(
                number, team, new PreventionActivity(on, "GIRLSTALK", Audience.PROFESSIONAL, 12, "Tiel", Map.of()));
    }

    public static StoredEvent start(long number, String team, LocalDate on, UUID trajectory, @Nullable UUID continues) {
        return step(number, team, on, trajectory, new Start(Gender.WOMAN, AgeBand.UNDER_18, true, continues, null));
    }

    public static StoredEvent step(long number, String team, LocalDate on, UUID trajectory, What what) {
        return new StoredEvent(
                id(number),
                "phone",
                team,
                new ContentHash(number, number),
                new StoredEvent.OfTrajectory(new TrajectoryStep(trajectory, on, what)),
                on);
    }

    public static UUID id(long number) {
        return new UUID(7, number);
    }

    private static StoredEvent stored(long number, String team, Activity activity) {
        return new StoredEvent(
                id(number),
                "phone",
                team,
                new ContentHash(number, number),
                new StoredEvent.OfActivity(activity),
                activity.on());
    }
}
