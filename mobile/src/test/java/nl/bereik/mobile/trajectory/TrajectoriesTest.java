package nl.bereik.mobile.trajectory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.bereik.mobile.app.MovableClock;
import nl.bereik.mobile.app.PhoneSamples;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.need.NeedSamples;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.trajectory.Phase;
import nl.bereik.protocol.trajectory.Trajectory;
import nl.bereik.protocol.trajectory.Trajectory.Told;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStep.End;
import nl.bereik.protocol.trajectory.TrajectoryStep.InPhase;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import nl.bereik.protocol.trajectory.TrajectoryStep.What;
import nl.bereik.protocol.trajectory.TrajectoryView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrajectoriesTest {
    private static final UUID THERE = new UUID(5, 1);
    private static final Start START = new Start(Gender.WOMAN, AgeBand.FROM_27, false, null, null);

    @TempDir
    Path folder;

    private Phone phone;
    private Trajectories trajectories;

    @BeforeEach
    void open() {
        phone = Phone.open(PhoneSamples.parts(folder, new MovableClock(PhoneSamples.EVENING)), PhoneSamples.PIN);
        PhoneSamples.enrol(phone);
        trajectories = new Trajectories(phone);
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void whatWasPulledIsKnownAfterARestartAndToldOfOn() {
        pull(told(1, START, 9), told(2, new InPhase(Phase.CONTACT, true), 5));
        phone.compact();
        phone.close();
        open();
        assertThat(only().phases()).containsEntry(Phase.CONTACT, PhoneSamples.SHIFT.minusDays(5));
        trajectories.tell(THERE, new InPhase(Phase.CONTACT, false), PhoneSamples.SHIFT);
        assertThat(only().phases()).isEmpty();
        assertThat(trajectories.find(THERE).orElseThrow().history()).hasSize(3);
    }

    @Test
    void aStepThatComesBackInAPullIsThereOnce() {
        UUID end = pulledAndEnded();
        Told mine = new Told(end, new TrajectoryStep(THERE, PhoneSamples.SHIFT, new End(TrajectoryEnd.COMPLETED)));
        pull(told(1, START, 9), mine);
        NeedSamples.synced(phone);
        assertThat(trajectories.find(THERE).orElseThrow().history()).hasSize(2);
        assertThat(only().isRunning()).isFalse();
    }

    @Test
    void aStepThatArrivedAfterThePullStays() {
        NeedSamples.synced(phone);
        pulledAndEnded();
        assertThat(only().isRunning()).isFalse();
    }

    @Test
    void aStepThatThePullDoesNotTellOfAnyMoreWasTakenBackElsewhere() {
        pulledAndEnded();
        NeedSamples.synced(phone);
        assertThat(only().isRunning()).isTrue();
    }

    @Test
    void aRefusedStepStaysToBeRepairedWhateverIsPulled() {
        pull(told(1, START, 9));
        trajectories.tell(THERE, new End(TrajectoryEnd.COMPLETED), PhoneSamples.SHIFT);
        NeedSamples.settle(phone, Verdict.REJECTED);
        NeedSamples.synced(phone);
        assertThat(trajectories.find(THERE).orElseThrow().needsRepair()).isTrue();
    }

    @Test
    void whatIsTakenBackHereIsGoneAtOnce() {
        pull(told(1, START, 9), told(2, new End(TrajectoryEnd.EXITED), 3));
        trajectories.takeBack(new UUID(6, 2));
        assertThat(only().isRunning()).isTrue();
        trajectories.takeBack(new UUID(6, 1));
        assertThat(trajectories.all()).isEmpty();
    }

    @Test
    void whatIsNotGivenAnyMoreLeavesButForWhatWasToldHere() {
        pull(told(1, START, 9));
        trajectories.start(START, PhoneSamples.SHIFT);
        assertThat(trajectories.all()).hasSize(2);
        phone.state().pulled(new StateReply(List.of(), List.of("trajectory:" + THERE)));
        assertThat(trajectories.all())
                .singleElement()
                .satisfies(known -> assertThat(known.trajectory().startedOn()).isEqualTo(PhoneSamples.SHIFT));
    }

    @Test
    void theListFollowsWhatIsPulledUntilItIsClosed() {
        TrajectoriesViewModel model = new TrajectoriesViewModel(phone, Background.direct());
        List<Integer> sizes = new ArrayList<>();
        model.knownProperty().addListener((property, before, now) -> sizes.add(now.size()));
        pull(told(1, START, 9));
        NeedSamples.synced(phone);
        model.close();
        trajectories.start(START, PhoneSamples.SHIFT);
        assertThat(sizes).as("and nothing is shown anew that is the same").containsExactly(1, 0);
    }

    /** A pulled trajectory that was ended here, which has arrived. */
    private UUID pulledAndEnded() {
        pull(told(1, START, 9));
        UUID end = trajectories.tell(THERE, new End(TrajectoryEnd.COMPLETED), PhoneSamples.SHIFT);
        clock().pass(Duration.ofMinutes(1));
        NeedSamples.settle(phone, Verdict.ACCEPTED);
        return end;
    }

    private MovableClock clock() {
        return (MovableClock) phone.parts().clock();
    }

    private Trajectory only() {
        assertThat(trajectories.all()).hasSize(1);
        return trajectories.all().get(0).trajectory();
    }

    private static Told told(long item, What what, int daysAgo) {
        return new Told(new UUID(6, item), new TrajectoryStep(THERE, PhoneSamples.SHIFT.minusDays(daysAgo), what));
    }

    private void pull(Told... steps) {
        phone.state()
                .pulled(new StateReply(List.of(new TrajectoryView(THERE, Arrays.asList(steps)).record()), List.of()));
    }
}
