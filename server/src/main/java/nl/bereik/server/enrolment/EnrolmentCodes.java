package nl.bereik.server.enrolment;

import java.time.Duration;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Issues one-time codes. Only a code's hash is stored. */
public interface EnrolmentCodes {
    /** How long a code that the coordinator asks for is good. */
    Duration GOOD_FOR = Duration.ofMinutes(10);

    /**
     * A new code for one phone of this team. Errors with StoreUnavailableException.
     *
     * @param goodFor how long it may be used, counted from now; null for the first phone's code: good until used
     */
    Mono<EnrolmentCode> issue(String team, @Nullable Duration goodFor);
}
