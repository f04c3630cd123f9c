package nl.bereik.server.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.bereik.protocol.activity.Activity;
import nl.bereik.protocol.activity.ActivityCodec;
import nl.bereik.protocol.activity.Consultation;
import nl.bereik.protocol.activity.PreventionActivity;
import nl.bereik.protocol.activity.Registration;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedCodec;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedCommandCodec;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.takeback.TakeBack;
import nl.bereik.protocol.takeback.TakeBackCodec;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStepCodec;
import nl.bereik.server.event.StoredEvent.Content;
import nl.bereik.server.event.StoredEvent.OfActivity;
import nl.bereik.server.event.StoredEvent.OfTrajectory;

/** What this server makes of an item by itself, whatever came before it. */
sealed interface Judgement {

    /** The fields of all kinds that hold sealed texts. */
    Set<String> SEALED = Stream.concat(Stream.of(ContactCodec.NOTE), NeedCodec.SEALED.stream())
            .collect(Collectors.toUnmodifiableSet());

    record SoundContact(ContactMoment contact) implements Judgement {}

    record SoundCorrection(ContactCorrection correction) implements Judgement {}

    record SoundNeed(FollowUpNeed need) implements Judgement {}

    record SoundCommand(NeedCommand command) implements Judgement {}

    record SoundEvent(Content content) implements Judgement {}

    record SoundTakeBack(TakeBack takeBack) implements Judgement {}

    /** Not understood; a later version or setting may. */
    record Unclear(List<FieldProblem> problems) implements Judgement {}

    /** Understood and wrong. */
    record Wrong(List<FieldProblem> problems) implements Judgement {}

    static Judgement of(PushItem item, LocalDate today, ReferenceData reference) {
        Set<String> areas = reference.areaCodes();
        return switch (item.kind()) {
            case ContactCodec.KIND ->
                item.schema() > ContactCodec.SCHEMA ? newer() : contact(ContactCodec.decode(item.body()), today, areas);
            case CorrectionCodec.KIND ->
                item.schema() > CorrectionCodec.SCHEMA
                        ? newer()
                        : correction(item.opId(), CorrectionCodec.decode(item.body()), today, areas);
            case NeedCodec.KIND ->
                item.schema() > NeedCodec.SCHEMA ? newer() : need(NeedCodec.decode(item.body()), today, areas);
            case NeedCommandCodec.KIND ->
                item.schema() > NeedCommandCodec.SCHEMA ? newer() : command(NeedCommandCodec.decode(item.body()));
            case TrajectoryStepCodec.KIND ->
                item.schema() > TrajectoryStepCodec.SCHEMA
                        ? newer()
                        : step(TrajectoryStepCodec.decode(item.body()), today);
            case TakeBackCodec.KIND ->
                item.schema() > TakeBackCodec.SCHEMA
                        ? newer()
                        : takeBack(item.opId(), TakeBackCodec.decode(item.body()));
            case Registration.KIND, Consultation.KIND, PreventionActivity.KIND ->
                item.schema() > ActivityCodec.SCHEMA
                        ? newer()
                        : activity(ActivityCodec.decode(item.kind(), item.body()), today, reference);
            default -> new Unclear(List.of(new FieldProblem("kind", Reason.UNKNOWN_KIND)));
        };
    }

    private static Judgement newer() {
        return new Unclear(List.of(new FieldProblem("schema", Reason.UNKNOWN_SCHEMA)));
    }

    private static Judgement contact(Decoded<ContactMoment> decoded, LocalDate today, Set<String> areas) {
        if (decoded instanceof Decoded.Faulty<ContactMoment> faulty) {
            return faulty(faulty.problems());
        }
        ContactMoment contact = ((Decoded.Whole<ContactMoment>) decoded).value();
        List<FieldProblem> problems = contact.problems(today, areas);
        return problems.isEmpty() ? new SoundContact(contact) : faulty(problems);
    }

    private static Judgement correction(
            UUID id, Decoded<ContactCorrection> decoded, LocalDate today, Set<String> areas) {
        if (decoded instanceof Decoded.Faulty<ContactCorrection> faulty) {
            return faulty(faulty.problems());
        }
        ContactCorrection correction = ((Decoded.Whole<ContactCorrection>) decoded).value();
        if (correction.corrects().equals(id)) {
            return new Wrong(List.of(new FieldProblem("corrects", Reason.NOT_APPLICABLE)));
        }
        List<FieldProblem> problems = correction.problems(today, areas);
        return problems.isEmpty() ? new SoundCorrection(correction) : faulty(problems);
    }

    private static Judgement need(Decoded<FollowUpNeed> decoded, LocalDate today, Set<String> areas) {
        if (decoded instanceof Decoded.Faulty<FollowUpNeed> faulty) {
            return faulty(faulty.problems());
        }
        FollowUpNeed need = ((Decoded.Whole<FollowUpNeed>) decoded).value();
        List<FieldProblem> problems = need.problems(today, areas);
        return problems.isEmpty() ? new SoundNeed(need) : faulty(problems);
    }

    private static Judgement command(Decoded<NeedCommand> decoded) {
        return decoded instanceof Decoded.Faulty<NeedCommand> faulty
                ? faulty(faulty.problems())
                : new SoundCommand(((Decoded.Whole<NeedCommand>) decoded).value());
    }

    private static Judgement activity(Decoded<Activity> decoded, LocalDate today, ReferenceData reference) {
        if (decoded instanceof Decoded.Faulty<Activity> faulty) {
            return faulty(faulty.problems());
        }
        Activity activity = ((Decoded.Whole<Activity>) decoded).value();
        List<FieldProblem> problems = activity.problems(today, reference.areaCodes(), reference.programmeCodes());
        return problems.isEmpty() ? new SoundEvent(new OfActivity(activity)) : faulty(problems);
    }

    private static Judgement step(Decoded<TrajectoryStep> decoded, LocalDate today) {
        if (decoded instanceof Decoded.Faulty<TrajectoryStep> faulty) {
            return faulty(faulty.problems());
        }
        TrajectoryStep step = ((Decoded.Whole<TrajectoryStep>) decoded).value();
        List<FieldProblem> problems = step.problems(today);
        return problems.isEmpty() ? new SoundEvent(new OfTrajectory(step)) : faulty(problems);
    }

    private static Judgement takeBack(UUID id, Decoded<TakeBack> decoded) {
        if (decoded instanceof Decoded.Faulty<TakeBack> faulty) {
            return faulty(faulty.problems());
        }
        TakeBack takeBack = ((Decoded.Whole<TakeBack>) decoded).value();
        return takeBack.item().equals(id)
                ? new Wrong(List.of(new FieldProblem("item", Reason.NOT_APPLICABLE)))
                : new SoundTakeBack(takeBack);
    }

    private static Judgement faulty(List<FieldProblem> problems) {
        // Readable text is not kept for a review.
        if (problems.stream()
                .anyMatch(problem -> SEALED.contains(problem.field()) && problem.reason() == Reason.WRONG_TYPE)) {
            return new Wrong(problems);
        }
        // A phone newer than this server may know a code that it does not.
        return problems.stream().anyMatch(problem -> problem.reason() == Reason.UNKNOWN_CODE)
                ? new Unclear(problems)
                : new Wrong(problems);
    }
}
