package nl.bereik.server.reach;

import java.time.Instant;
import java.util.List;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.period.PeriodSeal;
import nl.bereik.server.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The half-years and their seals, for scripts. */
@RestController
final class PeriodsApi {
    private final HalfYears halfYears;
    private final Sealing sealing;
    private final AuditTrail trail;

    PeriodsApi(HalfYears halfYears, Sealing sealing, AuditTrail trail) {
        this.halfYears = halfYears;
        this.sealing = sealing;
        this.trail = trail;
    }

    @AllowedTo(value = Role.COORDINATOR, everywhere = true)
    @GetMapping("/api/v1/periods")
    Mono<Periods> all(Person person) {
        return trail.note(person.name(), AuditAct.PERIODS_READ, "")
                .then(halfYears.all().map(Told::of).collectList())
                .map(Periods::new);
    }

    /** Safe to repeat. */
    @AllowedTo(value = Role.COORDINATOR, everywhere = true)
    @PostMapping("/api/v1/periods/{period}/seal")
    Mono<Told> seal(@PathVariable String period, Person person) {
        return Mono.defer(() -> sealing.seal(parse(period), person))
                .flatMap(seal -> halfYears.find(seal.period()))
                .map(Told::of);
    }

    private static ReportingPeriod parse(String name) {
        try {
            return ReportingPeriod.parse(name);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.UNKNOWN_PERIOD, "period");
        }
    }

    record Periods(List<Told> periods) {}

    /** @param state open, over, sealing or sealed */
    record Told(
            String period,
            String state,
            @Nullable Instant sealedAt,
            @Nullable String sealedBy,
            long late) {
        static Told of(HalfYears.HalfYear halfYear) {
            PeriodSeal seal = halfYear.seal();
            if (seal == null) {
                return new Told(halfYear.period().name(), halfYear.over() ? "over" : "open", null, null, 0);
            }
            return new Told(
                    halfYear.period().name(),
                    seal.done() ? "sealed" : "sealing",
                    seal.at(),
                    seal.by(),
                    halfYear.late());
        }
    }
}
