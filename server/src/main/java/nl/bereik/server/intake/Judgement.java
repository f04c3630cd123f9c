package nl.bereik.server.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.sync.PushItem;

/** What this server makes of an item by itself, whatever came before it. */
sealed interface Judgement {

    record SoundContact(ContactMoment contact) implements Judgement {}

    record SoundCorrection(ContactCorrection correction) implements Judgement {}

    /** Not understood; a later version or setting may. */
    record Unclear(List<FieldProblem> problems) implements Judgement {}

    /** Understood and wrong. */
    record Wrong(List<FieldProblem> problems) implements Judgement {}

    static Judgement of(PushItem item, LocalDate today, Set<String> areas) {
        return switch (item.kind()) {
            case ContactCodec.KIND ->
                item.schema() > ContactCodec.SCHEMA ? newer() : contact(ContactCodec.decode(item.body()), today, areas);
            case CorrectionCodec.KIND ->
                item.schema() > CorrectionCodec.SCHEMA
                        ? newer()
                        : correction(item.opId(), CorrectionCodec.decode(item.body()), today, areas);
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

    private static Judgement faulty(List<FieldProblem> problems) {
        // Readable text is not kept for a review.
        if (problems.contains(new FieldProblem(ContactCodec.NOTE, Reason.WRONG_TYPE))) {
            return new Wrong(problems);
        }
        // A phone newer than this server may know a code that it does not.
        return problems.stream().anyMatch(problem -> problem.reason() == Reason.UNKNOWN_CODE)
                ? new Unclear(problems)
                : new Wrong(problems);
    }
}
