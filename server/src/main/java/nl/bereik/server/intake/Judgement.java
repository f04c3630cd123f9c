package nl.bereik.server.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.bereik.protocol.contact.ContactCodec;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.sync.PushItem;

/** What this server makes of an item by itself, whatever came before it. */
sealed interface Judgement {

    record Sound(ContactMoment contact) implements Judgement {}

    /** Not understood; a later version or setting may. */
    record Unclear(List<FieldProblem> problems) implements Judgement {}

    /** Understood and wrong. */
    record Wrong(List<FieldProblem> problems) implements Judgement {}

    static Judgement of(PushItem item, LocalDate today, Set<String> areas) {
        if (!item.kind().equals(ContactCodec.KIND)) {
            return new Unclear(List.of(new FieldProblem("kind", Reason.UNKNOWN_KIND)));
        }
        if (item.schema() > ContactCodec.SCHEMA) {
            return new Unclear(List.of(new FieldProblem("schema", Reason.UNKNOWN_SCHEMA)));
        }
        Decoded<ContactMoment> decoded = ContactCodec.decode(item.body());
        if (decoded instanceof Decoded.Faulty<ContactMoment> faulty) {
            return of(faulty.problems());
        }
        ContactMoment contact = ((Decoded.Whole<ContactMoment>) decoded).value();
        List<FieldProblem> problems = contact.problems(today, areas);
        return problems.isEmpty() ? new Sound(contact) : of(problems);
    }

    private static Judgement of(List<FieldProblem> problems) {
        // A phone newer than this server may know a code that it does not.
        return problems.stream().anyMatch(problem -> problem.reason() == Reason.UNKNOWN_CODE)
                ? new Unclear(problems)
                : new Wrong(problems);
    }
}
