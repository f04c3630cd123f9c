package nl.bereik.server.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.web.RefusedException;
import nl.bereik.server.web.Tries;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How many codes may be guessed: thirty from one address and then one per ten seconds, and fifty a second by everybody
 * together. An address that is out of tries takes none of everybody's, so one stranger keeps nobody else out.
 */
@Component
final class EnrolmentTries {
    private static final int AT_ONCE = 30;
    private static final Duration EACH = Duration.ofSeconds(10);
    private static final int AT_ONCE_BY_ALL = 200;
    private static final Duration EACH_BY_ALL = Duration.ofMillis(20);
    private static final String ALL = "all";
    private static final Set<Reason> GUESSES =
            EnumSet.of(Reason.UNKNOWN_CODE, Reason.USED_CODE, Reason.EXPIRED_CODE, Reason.WRONG_SIGNATURE);

    private final Tries byAddress;
    private final Tries byAll;

    EnrolmentTries(Clock clock) {
        this.byAddress = new Tries(AT_ONCE, EACH, clock);
        this.byAll = new Tries(AT_ONCE_BY_ALL, EACH_BY_ALL, clock);
    }

    /** The enrolment asked for by this request, or TOO_MANY_REQUESTS. */
    <T> Mono<T> limit(ServerHttpRequest request, Mono<T> enrolment) {
        return Mono.defer(() -> {
            String from = Tries.from(request);
            byAddress.take(from);
            try {
                byAll.take(ALL);
            } catch (RefusedException e) {
                byAddress.giveBack(from);
                throw e;
            }
            return enrolment.doOnSuccess(done -> giveBack(from)).doOnError(failure -> {
                if (!(failure instanceof RefusedException refused && GUESSES.contains(refused.reason()))) {
                    giveBack(from);
                }
            });
        });
    }

    private void giveBack(String from) {
        byAddress.giveBack(from);
        byAll.giveBack(ALL);
    }
}
