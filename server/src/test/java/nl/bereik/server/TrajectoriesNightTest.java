package nl.bereik.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.bereik.mobile.need.Needs;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.trajectory.KnownTrajectory;
import nl.bereik.mobile.trajectory.Trajectories;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.trajectory.Phase;
import nl.bereik.protocol.trajectory.Trajectory;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.protocol.trajectory.TrajectoryStep.End;
import nl.bereik.protocol.trajectory.TrajectoryStep.InPhase;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import nl.bereik.protocol.trajectory.TrajectoryStep.What;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail.Noted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Trajectories on several phones: of one person, and of those who go on with what another began. */
final class TrajectoriesNightTest extends NightSlice {
    @Test
    void aNewPhoneOfTheSamePersonGetsThemBack() throws IOException, InterruptedException {
        UUID trajectory = start("wilma", null);
        tell("wilma", trajectory, new InPhase(Phase.CONTACT, true));
        sync("wilma");

        phone("wilma's new one", "wilma");
        KnownTrajectory back = only("wilma's new one");
        assertThat(back.trajectory()).isEqualTo(trajectory("wilma"));
        assertThat(back.history())
                .containsExactlyInAnyOrderElementsOf(only("wilma").history());
        assertThat(back.id()).isEqualTo(trajectory);
        assertThat(back.history()).hasSize(2).allMatch(step -> step.problems().isEmpty());
        assertThat(trail.noted())
                .contains(new Noted(
                        AuditTrail.phone(installOf("wilma's new one")),
                        AuditAct.TRAJECTORIES_READ,
                        trajectory.toString()));

        tell("wilma's new one", trajectory, new InPhase(Phase.ORIENTATION, true));
        tell("wilma's new one", trajectory, new InPhase(Phase.CONTACT, false));
        assertThat(trajectory("wilma's new one").phases())
                .as("before it has arrived")
                .containsOnlyKeys(Phase.ORIENTATION);
        sync("wilma's new one");
        assertThat(only("wilma's new one").history()).as("none twice").hasSize(4);
        sync("wilma");
        assertThat(trajectory("wilma")).isEqualTo(trajectory("wilma's new one"));
    }

    @Test
    void whatIsTakenBackOnOnePhoneIsGoneFromTheOther() throws IOException, InterruptedException {
        UUID trajectory = start("wilma", null);
        tell("wilma", trajectory, new End(TrajectoryEnd.COMPLETED));
        sync("wilma");
        phone("wilma's new one", "wilma");
        Trajectories there = new Trajectories(carriedBy("wilma's new one"));
        UUID end = only("wilma's new one").history().stream()
                .filter(step -> step.step().what() instanceof End)
                .map(KnownTrajectory.Step::opId)
                .findFirst()
                .orElseThrow();
        there.takeBack(end);
        assertThat(trajectory("wilma's new one").isRunning()).as("at once").isTrue();
        sync("wilma's new one");
        sync("wilma");
        assertThat(trajectory("wilma").isRunning()).isTrue();

        there.takeBack(only("wilma's new one").history().get(0).opId());
        sync("wilma's new one");
        sync("wilma");
        assertThat(known("wilma")).isEmpty();
        assertThat(known("wilma's new one")).isEmpty();
    }

    @Test
    void whoeverAcceptedTheNeedGoesOnAndNobodyElseKnows() throws InterruptedException {
        UUID need = raise("wilma", Urgency.WEEK, "rode jas, bij de huiskamer");
        UUID trajectory = start("wilma", need);
        sync("wilma");
        untilAssigned("anna", need);
        assertThat(known("anna")).as("asked, and has not accepted").isEmpty();

        act("anna", need, NeedAct.ACCEPT, null);
        sync("anna");
        sync("anna");
        assertThat(only("anna").id()).isEqualTo(trajectory);
        tell("anna", trajectory, new InPhase(Phase.EXECUTION, true));
        sync("anna");
        sync("wilma");
        assertThat(trajectory("wilma").phases()).containsOnlyKeys(Phase.EXECUTION);
        assertThat(only("wilma").history()).hasSize(2);
        for (String other : List.of("wessel", "bas", "claire", "coordinator")) {
            sync(other);
            assertThat(known(other)).as(other).isEmpty();
        }
    }

    private void untilAssigned(String to, UUID need) throws InterruptedException {
        await("asked", () -> {
            sync(to);
            return new Needs(carriedBy(to)).find(need).isPresent();
        });
    }

    private UUID start(String by, @Nullable UUID need) {
        Trajectories trajectories = new Trajectories(carriedBy(by));
        trajectories.start(new Start(Gender.WOMAN, AgeBand.FROM_18_TO_20, true, null, need), trajectories.today());
        return only(by).id();
    }

    private void tell(String by, UUID trajectory, What what) {
        Trajectories trajectories = new Trajectories(carriedBy(by));
        LocalDate today = trajectories.today();
        trajectories.tell(trajectory, what, today);
    }

    private List<KnownTrajectory> known(String by) {
        Phone phone = carriedBy(by);
        return new Trajectories(phone).all();
    }

    private KnownTrajectory only(String by) {
        assertThat(known(by)).as(by).hasSize(1);
        return known(by).get(0);
    }

    private Trajectory trajectory(String by) {
        return only(by).trajectory();
    }
}
