package nl.bereik.server.intake;

import static nl.bereik.server.ContactSamples.DAY;
import static nl.bereik.server.ContactSamples.batch;
import static nl.bereik.server.ContactSamples.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.bereik.protocol.activity.Activity;
import nl.bereik.protocol.activity.ActivityCodec;
import nl.bereik.protocol.activity.PreventionActivity;
import nl.bereik.protocol.activity.Registration;
import nl.bereik.protocol.activity.RegistrationSource;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.takeback.TakeBack;
import nl.bereik.protocol.takeback.TakeBackCodec;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStep.End;
import nl.bereik.protocol.trajectory.TrajectoryStepCodec;
import nl.bereik.server.TestPhone;
import nl.bereik.server.TestTime;
import nl.bereik.server.access.Scope;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.event.CountableEvent;
import nl.bereik.server.event.MemoryEventStore;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.MemoryInstalls;
import nl.bereik.server.need.MemoryNeeds;
import nl.bereik.server.retention.MemoryForgotten;
import org.junit.jupiter.api.Test;

/** Activities, steps of trajectories and taking back, as phones push them. */
final class EventIntakeTest {
    private static final TestTime NOW = new TestTime("2025-06-01T12:00:00Z");
    private static final ReferenceData BEFORE = ReferenceData.gelderlandZuid();

    private final Install install = new TestPhone().install("team");
    private final Install stranger = new TestPhone().install("other");
    private final MemoryEventStore events = new MemoryEventStore();
    private final MemoryQuarantine quarantine = new MemoryQuarantine();
    private final MemoryCustodyLedger ledger = new MemoryCustodyLedger();

    @Test
    void whatIsToldIsKeptOnce() {
        PushItem registration =
                activity(1, new Registration(DAY, RegistrationSource.POLICE, "Tiel", Map.of("newer", "field")));
        PushItem step = step(2, new TrajectoryStep(new UUID(1, 1), DAY, new End(TrajectoryEnd.EXITED)));
        assertThat(push(install, registration, step)).containsExactly(accepted(1), accepted(2));
        assertThat(push(install, registration, step))
                .extracting(ItemOutcome::verdict)
                .containsExactly(Verdict.DUPLICATE, Verdict.DUPLICATE);
        assertThat(stored()).hasSize(2);
    }

    @Test
    void whatIsTakenBackIsMarkedAndAnotherTeamsIsNot() {
        push(install, activity(1, new Registration(DAY, RegistrationSource.POLICE, "Tiel", Map.of())));
        assertThat(push(stranger, takeBack(2, 1)))
                .extracting(ItemOutcome::verdict)
                .containsExactly(Verdict.CONFLICT);
        assertThat(stored()).noneMatch(CountableEvent::takenBack);
        assertThat(push(install, takeBack(3, 1))).containsExactly(accepted(3));
        assertThat(stored()).allMatch(CountableEvent::takenBack);
        assertThat(push(install, takeBack(4, 4)))
                .containsExactly(rejected(4, new FieldProblem("item", Reason.NOT_APPLICABLE)));
    }

    @Test
    void whatIsWrongIsToldByItsField() {
        assertThat(push(
                        install,
                        activity(1, new Registration(DAY.plusYears(9), RegistrationSource.SELF, "Tiel", Map.of())),
                        step(2, new TrajectoryStep(new UUID(1, 1), DAY.plusYears(9), new End(TrajectoryEnd.EXITED)))))
                .containsExactly(
                        rejected(1, new FieldProblem("on", Reason.DATE_IN_FUTURE)),
                        rejected(2, new FieldProblem("on", Reason.DATE_IN_FUTURE)));
        assertThat(stored()).isEmpty();
    }

    @Test
    void aProgrammeThatIsNotKnownYetWaitsUntilItIs() {
        PushItem prevention = activity(1, new PreventionActivity(DAY, "CHESS", Audience.AT_RISK, 9, "Tiel", Map.of()));
        assertThat(push(install, prevention)).extracting(ItemOutcome::verdict).containsExactly(Verdict.QUARANTINED);
        assertThat(stored()).isEmpty();
        ReferenceData mended = ReferenceData.decode(
                BEFORE.json().text().replace("\"GIRLSTALK\"", "\"CHESS\"").getBytes(StandardCharsets.UTF_8));
        assertThat(review(mended).run(Scope.EVERYWHERE).block()).isEqualTo(new QuarantineReview.Report(1, 1, 0, 0));
        assertThat(stored()).hasSize(1);
    }

    private QuarantineReview review(ReferenceData reference) {
        return new QuarantineReview(
                quarantine,
                new MemoryContactStore(),
                MemoryNeeds.intake(NOW),
                events,
                new MemoryInstalls(),
                reference,
                NOW);
    }

    private List<ItemOutcome> push(Install by, PushItem... items) {
        return new Intake(
                        new MemoryContactStore(),
                        MemoryNeeds.intake(NOW),
                        events,
                        quarantine,
                        ledger,
                        new MemoryForgotten(),
                        BEFORE,
                        NOW)
                .push(by, batch(items))
                .blockOptional()
                .orElseThrow()
                .outcomes();
    }

    private List<CountableEvent> stored() {
        return Objects.requireNonNull(events.uncounted(99).collectList().block());
    }

    private static PushItem activity(long number, Activity activity) {
        return new PushItem(id(number), number, activity.kind(), ActivityCodec.SCHEMA, ActivityCodec.encode(activity));
    }

    private static PushItem step(long number, TrajectoryStep step) {
        return new PushItem(
                id(number),
                number,
                TrajectoryStepCodec.KIND,
                TrajectoryStepCodec.SCHEMA,
                TrajectoryStepCodec.encode(step));
    }

    private static PushItem takeBack(long number, long item) {
        return new PushItem(
                id(number),
                number,
                TakeBackCodec.KIND,
                TakeBackCodec.SCHEMA,
                TakeBackCodec.encode(new TakeBack(id(item))));
    }

    private static ItemOutcome accepted(long number) {
        return new ItemOutcome(id(number).toString(), Verdict.ACCEPTED, List.of());
    }

    private static ItemOutcome rejected(long number, FieldProblem problem) {
        return new ItemOutcome(id(number).toString(), Verdict.REJECTED, List.of(problem));
    }
}
