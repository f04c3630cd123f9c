package nl.bereik.server.retention;

import java.time.LocalDate;
import reactor.core.publisher.Flux;

/** One kind of things that are kept for a while only. Publishers error with StoreUnavailableException. */
public interface Retained {
    /** What is counted and told, as in {@code contacts}. */
    String kind();

    /** How many would go on this day, each number of some more of them; nothing is changed. */
    Flux<Due> due(LocalDate today);

    /**
     * Lets go of them, some at a time: each number is of those that have gone since the number before. What is not
     * asked for is not done. Repeatable; two at once do each other no harm.
     */
    Flux<Long> letGo(LocalDate today);

    /**
     * Some that would go.
     *
     * @param period the half-year in which they lie; empty when it is of no meaning
     */
    record Due(String period, long count) {}
}
