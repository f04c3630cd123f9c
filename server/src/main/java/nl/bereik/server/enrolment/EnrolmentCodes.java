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
     * @param holder the account of the person who will carry the phone; null when none is named
     * @param goodFor how long it may be used, counted from now; null for the first phone's code: good until used
     */
    Mono<EnrolmentCode> issue(String team, @Nullable String holder, @Nullable Duration goodFor);

    /** A code for a phone of which nobody has said who will carry it. */
    default Mono<EnrolmentCode> issue(String team, @Nullable Duration goodFor) {
        return issue(team, null, goodFor);
    }

    /**
     * Issues as {@link #issue(String, String, Duration)}; errors with {@link RefusedException} NOT_FOUND outside the
     * scope.
     */
    default Mono<EnrolmentCode> issue(Scope scope, String team, @Nullable String holder, @Nullable Duration goodFor) {
        return scope.covers(team)
                ? issue(team, holder, goodFor)
                : Mono.error(() -> new RefusedException(Reason.NOT_FOUND, "team"));
    }
}
