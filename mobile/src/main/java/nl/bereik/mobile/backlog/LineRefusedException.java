package nl.bereik.mobile.backlog;

import java.util.List;
import nl.bereik.mobile.backlog.LineProblem.Reason;
import nl.bereik.protocol.contact.FieldProblem;

/** A line that is not accepted, with every reason. */
final class LineRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<LineProblem> problems;

    private LineRefusedException(List<LineProblem> problems) {
        this.problems = problems;
    }

    LineRefusedException(long line, String field, Reason reason) {
        this(List.of(new LineProblem(line, field, reason)));
    }

    static LineRefusedException of(long line, List<FieldProblem> problems) {
        return new LineRefusedException(
                problems.stream().map(problem -> LineProblem.of(line, problem)).toList());
    }

    List<LineProblem> problems() {
        return problems;
    }
}
