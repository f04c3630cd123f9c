package nl.bereik.server.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import nl.bereik.server.retention.Retained;
import nl.bereik.server.retention.RetentionAges;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * One-time codes, used or not, go some time after the moment until which they were good. Nothing brings one back: a
 * code that is not there is refused.
 */
@Component
@Order(RetainedCodes.LAST)
final class RetainedCodes implements Retained {
    static final int LAST = 20;

    private final CodeStore codes;
    private final RetentionAges ages;

    RetainedCodes(CodeStore codes, RetentionAges ages) {
        this.codes = codes;
        this.ages = ages;
    }

    @Override
    public String kind() {
        return "codes";
    }

    @Override
    public Flux<Due> due(LocalDate today) {
        return codes.expiredBefore(moment(today))
                .filter(count -> count > 0)
                .map(count -> new Due("", count))
                .flux();
    }

    @Override
    public Flux<Long> letGo(LocalDate today) {
        return codes.removeExpiredBefore(moment(today)).flux();
    }

    private Instant moment(LocalDate today) {
        return today.minus(ages.codes()).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
