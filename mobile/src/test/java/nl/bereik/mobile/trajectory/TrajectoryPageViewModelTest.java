package nl.bereik.mobile.trajectory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import nl.bereik.mobile.app.MovableClock;
import nl.bereik.mobile.app.PhoneSamples;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.trajectory.Phase;
import nl.bereik.protocol.trajectory.Trajectory;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrajectoryPageViewModelTest {
    @TempDir
    Path folder;

    private Phone phone;
    private TrajectoryPageViewModel page;
    private UUID start = new UUID(0, 0);

    @BeforeEach
    void open() {
        phone = Phone.open(PhoneSamples.parts(folder, new MovableClock(PhoneSamples.EVENING)), PhoneSamples.PIN);
        PhoneSamples.enrol(phone);
        Trajectories trajectories = new Trajectories(phone);
        TrajectoryStartViewModel form = new TrajectoryStartViewModel(
                phone.reference().data(), trajectories, Background.direct(), null, null, opId -> start = opId);
        form.save();
        assertThat(form.missingProperty().get()).hasSize(2);
        assertThat(phone.outbox().items()).isEmpty();
        form.gender().set(Gender.WOMAN);
        form.ageBand().set(AgeBand.FROM_21_TO_26);
        form.save();
        page = new TrajectoryPageViewModel(
                phone, Background.direct(), trajectories.all().get(0).id(), () -> {});
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void phasesRunInParallelAndCanBeLeftAndEnteredAgain() {
        page.toggle(Phase.EXECUTION);
        page.toggle(Phase.CONTACT);
        assertThat(known().phases()).containsOnlyKeys(Phase.CONTACT, Phase.EXECUTION);
        sendAll();
        page.toggle(Phase.EXECUTION);
        assertThat(known().phases()).containsOnlyKeys(Phase.CONTACT);
        sendAll();
        page.toggle(Phase.EXECUTION);
        assertThat(known().phases()).containsOnlyKeys(Phase.CONTACT, Phase.EXECUTION);
    }

    @Test
    void aTouchTooManyLeavesNothingBehind() {
        page.toggle(Phase.ORIENTATION);
        page.toggle(Phase.ORIENTATION);
        assertThat(phone.outbox().items()).hasSize(1);
    }

    @Test
    void anExitCanLastAndARelapseEndsThat() {
        page.day().set(PhoneSamples.SHIFT.minusDays(2));
        page.end(TrajectoryEnd.EXITED);
        assertThat(known().endedOn()).isEqualTo(PhoneSamples.SHIFT.minusDays(2));
        page.day().set(PhoneSamples.SHIFT.minusDays(1));
        page.sustained();
        assertThat(known().exitSustainedOn()).isEqualTo(PhoneSamples.SHIFT.minusDays(1));
        page.day().set(PhoneSamples.SHIFT);
        page.relapsed();
        assertThat(known().exitSustainedOn()).isNull();
        assertThat(known().relapsedOn()).isEqualTo(PhoneSamples.SHIFT);
    }

    @Test
    void aRefusedStepIsShownAndToldAgainInItsPlace() {
        page.toggle(Phase.CONTACT);
        UUID step = page.pageProperty().get().orElseThrow().history().stream()
                .map(KnownTrajectory.Step::opId)
                .filter(opId -> !opId.equals(start))
                .findFirst()
                .orElseThrow();
        PhoneSamples.settle(phone, step, Verdict.REJECTED, new FieldProblem("on", Reason.DATE_IN_FUTURE));
        KnownTrajectory.Step refused = page.pageProperty().get().orElseThrow().history().stream()
                .filter(KnownTrajectory.Step::refused)
                .findFirst()
                .orElseThrow();
        assertThat(refused.problems()).hasSize(1);
        page.day().set(PhoneSamples.SHIFT.minusDays(1));
        page.redo(refused);
        assertThat(page.pageProperty().get().orElseThrow().needsRepair()).isFalse();
        assertThat(known().phases()).containsEntry(Phase.CONTACT, PhoneSamples.SHIFT.minusDays(1));
        assertThat(phone.outbox().items()).hasSize(2);
    }

    private Trajectory known() {
        return page.pageProperty().get().orElseThrow().trajectory();
    }

    private void sendAll() {
        phone.outbox().sending().nextBatch(100);
    }
}
