package nl.bereik.server.disclosure;

import java.util.Collection;
import java.util.List;

/** What makes two tables the same one, whatever their name and the order of their dimensions. */
record TableKey(String subject, Span span, List<String> dimensions) {

    static TableKey of(Subject subject, Span span, Collection<Dimension> dimensions) {
        return new TableKey(
                subject.name(),
                span,
                dimensions.stream().map(Dimension::name).sorted().toList());
    }
}
