package nl.bereik.server.enrolment;

import java.time.Duration;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.access.Scope;
import nl.bereik.server.web.RefusedException;
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

    /** Issues as {@link #issue(String, Duration)}; errors with {@link RefusedException} NOT_FOUND outside the scope. */
    default Mono<EnrolmentCode> issue(Scope scope, String team, @Nullable Duration goodFor) {
        return scope.covers(team)
                ? issue(team, goodFor)
                : Mono.error(() -> new RefusedException(Reason.NOT_FOUND, "team"));
    }
}
