package nl.bereik.protocol.contact;

import java.util.List;

/** What came of reading one item's body: the value, or all that is wrong with it. */
public sealed interface Decoded<T> {

    /** The body was whole. */
    record Whole<T>(T value) implements Decoded<T> {}

    /**
     * The body was not whole.
     *
     * @param problems at least one, in the order of the fields
     */
    record Faulty<T>(List<FieldProblem> problems) implements Decoded<T> {
        public Faulty {
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("faulty without a problem");
            }
            problems = List.copyOf(problems);
        }
    }
}
