package nl.bereik.server.intake;

import java.util.List;
import nl.bereik.protocol.contact.FieldProblem;
import org.bson.Document;

/** Problems as documents {@code {f, r}}. */
final class ProblemDocuments {
    private ProblemDocuments() {}

    static List<Document> write(List<FieldProblem> problems) {
        return problems.stream()
                .map(problem -> new Document("f", problem.field()).append("r", problem.code()))
                .toList();
    }

    static List<FieldProblem> read(List<Document> documents) {
        return documents.stream()
                .map(problem -> FieldProblem.told(problem.getString("f"), problem.getString("r")))
                .toList();
    }
}
