package nl.bereik.server.publish;

import java.util.Map;
import nl.bereik.protocol.reach.ReportingPeriod;
import reactor.core.publisher.Mono;

/**
 * What the coordinator writes beside the figures of a period, per chapter; a port. Disclosure control does not see it,
 * so it is for management only. Publishers error with StoreUnavailableException.
 */
public interface OwnWords {
    /** The longest text of a chapter, in characters. */
    int LONGEST = 4_000;

    /** By chapter what was written; chapters without words are left out. Never empty: without any, no chapters. */
    Mono<Map<Chapter, String>> of(ReportingPeriod period);

    /**
     * Keeps what is written of a chapter instead of what was; blank takes it away. What completes is durable. Repeatable.
     * False, and nothing is kept, when neither what was nor what is to be kept stands there.
     *
     * @param before as {@link #of} gave it; blank when there was nothing
     */
    Mono<Boolean> replace(ReportingPeriod period, Chapter chapter, String before, String text);
}
