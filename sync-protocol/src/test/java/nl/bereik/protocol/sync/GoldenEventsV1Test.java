package nl.bereik.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.bereik.protocol.activity.Activity;
import nl.bereik.protocol.activity.ActivityCodec;
import nl.bereik.protocol.activity.Consultation;
import nl.bereik.protocol.activity.PreventionActivity;
import nl.bereik.protocol.activity.Registration;
import nl.bereik.protocol.activity.RegistrationSource;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.takeback.TakeBack;
import nl.bereik.protocol.takeback.TakeBackCodec;
import nl.bereik.protocol.trajectory.Phase;
import nl.bereik.protocol.trajectory.Trajectory.Told;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStep.End;
import nl.bereik.protocol.trajectory.TrajectoryStep.ExitSustained;
import nl.bereik.protocol.trajectory.TrajectoryStep.InPhase;
import nl.bereik.protocol.trajectory.TrajectoryStep.Relapse;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import nl.bereik.protocol.trajectory.TrajectoryStep.What;
import nl.bereik.protocol.trajectory.TrajectoryStepCodec;
import nl.bereik.protocol.trajectory.TrajectoryView;
import org.junit.jupiter.api.Test;

/** As {@link GoldenV1Test}, of the items that are neither contacts nor needs. */
class GoldenEventsV1Test {
    private static final LocalDate ON = LocalDate.of(2026, 3, 4);
    private static final UUID FIRST = UUID.fromString("7c9a1f30-5a52-4c8e-9a36-0e6d7f3f2b11");
    private static final UUID SECOND = UUID.fromString("0b8e6f0e-13e1-4b57-8d0f-5f0c8a9d7e22");

    @Test
    void activities() throws IOException {
        for (Activity activity : List.of(
                new Registration(ON, RegistrationSource.SCHOOL, "Tiel", Map.of()),
                new Consultation(ON, "Buren", new TreeSet<>(Set.of(Topic.HOUSING, Topic.EXIT)), Map.of()),
                new PreventionActivity(ON, "GIRLSTALK", Audience.AT_RISK, 12, "Druten", Map.of()))) {
            byte[] file = golden(activity.kind());
            assertThat(ActivityCodec.encode(activity).bytes()).isEqualTo(file);
            assertThat(ActivityCodec.decode(activity.kind(), Json.readObject(file)))
                    .isEqualTo(new Decoded.Whole<>(activity));
        }
    }

    @Test
    void stepsOfTrajectories() throws IOException {
        Map<String, What> steps = Map.of(
                "start", new Start(Gender.WOMAN, AgeBand.FROM_18_TO_20, true, SECOND, SECOND),
                "enter-phase", new InPhase(Phase.ORIENTATION, true),
                "leave-phase", new InPhase(Phase.ORIENTATION, false),
                "end", new End(TrajectoryEnd.LOST_FROM_SIGHT),
                "exit-sustained", new ExitSustained(),
                "relapse", new Relapse());
        for (Map.Entry<String, What> each : steps.entrySet()) {
            TrajectoryStep step = new TrajectoryStep(FIRST, ON, each.getValue());
            byte[] file = golden("trajectory-" + each.getKey());
            assertThat(TrajectoryStepCodec.encode(step).bytes()).isEqualTo(file);
            assertThat(TrajectoryStepCodec.decode(Json.readObject(file))).isEqualTo(new Decoded.Whole<>(step));
        }
    }

    @Test
    void trajectoryOfAPhone() throws IOException {
        TrajectoryView view = new TrajectoryView(
                FIRST,
                List.of(
                        new Told(SECOND, new TrajectoryStep(FIRST, ON, new InPhase(Phase.CONTACT, true))),
                        new Told(
                                FIRST,
                                new TrajectoryStep(
                                        FIRST,
                                        ON.minusDays(1),
                                        new Start(Gender.WOMAN, AgeBand.FROM_18_TO_20, true, null, SECOND)))));
        assertThat(view.record().toJson().bytes()).isEqualTo(golden("trajectory-view"));
        assertThat(TrajectoryView.read(StateRecord.fromJson(Json.readObject(golden("trajectory-view")))))
                .contains(view);
    }

    @Test
    void takingBack() throws IOException {
        TakeBack takeBack = new TakeBack(FIRST);
        assertThat(TakeBackCodec.encode(takeBack).bytes()).isEqualTo(golden("take-back"));
        assertThat(TakeBackCodec.decode(Json.readObject(golden("take-back")))).isEqualTo(new Decoded.Whole<>(takeBack));
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(GoldenEventsV1Test.class.getResourceAsStream("/golden/v1/" + name + ".json"))) {
            return file.readAllBytes();
        }
    }
}
