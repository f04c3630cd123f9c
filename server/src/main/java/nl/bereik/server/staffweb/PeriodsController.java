package nl.bereik.server.staffweb;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.reach.HalfYears;
import nl.bereik.server.reach.HalfYears.HalfYear;
import nl.bereik.server.reach.Sealing;
import nl.bereik.server.retention.Retention;
import nl.bereik.server.retention.RetentionAges;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** The page with the half-years: which are sealed, sealing one, and what retention would let go of. */
@Controller
class PeriodsController {
    private final HalfYears halfYears;
    private final Sealing sealing;
    private final Retention retention;
    private final RetentionAges ages;
    private final AuditTrail trail;
    private final ReferenceData reference;
    private final MessageSource messages;

    PeriodsController(
            HalfYears halfYears,
            Sealing sealing,
            Retention retention,
            RetentionAges ages,
            AuditTrail trail,
            ReferenceData reference,
            MessageSource messages) {
        this.halfYears = halfYears;
        this.sealing = sealing;
        this.retention = retention;
        this.ages = ages;
        this.trail = trail;
        this.reference = reference;
        this.messages = messages;
    }

    @AllowedTo(value = Role.COORDINATOR, everywhere = true)
    @GetMapping("/periods")
    Mono<Rendering> periods(Person person, Locale locale) {
        Words words = words(locale);
        return trail.note(person.name(), AuditAct.PERIODS_READ, "")
                .then(Mono.zip(halfYears.all().collectList(), retention.dryRun()))
                .map(read -> Rendering.view("periods")
                        .modelAttribute("rows", rows(read.getT1(), read.getT2(), words, person))
                        .modelAttribute("goes", RetentionWords.goes(read.getT2(), words))
                        .modelAttribute("ages", RetentionWords.ages(ages, words))
                        .build());
    }

    /** Asks whether to seal, and says what that means. */
    @AllowedTo(value = Role.COORDINATOR, everywhere = true)
    @GetMapping("/periods/{period}/seal")
    Mono<Rendering> confirm(@PathVariable String period, Person person, Locale locale) {
        Words words = words(locale);
        return halfYear(period)
                .filter(found -> found.over() && person.scope().everywhere())
                .delayUntil(found -> trail.note(
                        person.name(), AuditAct.PERIODS_READ, found.period().name()))
                .map(found -> Rendering.view("seal")
                        .modelAttribute("row", PeriodRow.of(found, 0, words, true))
                        .build())
                .switchIfEmpty(notThere());
    }

    @AllowedTo(value = Role.COORDINATOR, everywhere = true)
    @PostMapping("/periods/{period}/seal")
    Mono<Rendering> seal(@PathVariable String period, Person person) {
        return halfYear(period)
                .filter(found -> found.over() && person.scope().everywhere())
                .flatMap(found -> sealing.seal(found.period(), person))
                .map(done -> Rendering.redirectTo("/periods").build())
                .switchIfEmpty(notThere());
    }

    private Mono<HalfYear> halfYear(String name) {
        return Mono.defer(() -> {
            try {
                return halfYears.find(ReportingPeriod.parse(name));
            } catch (IllegalArgumentException e) {
                return Mono.empty();
            }
        });
    }

    private static <T> Mono<T> notThere() {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<PeriodRow> rows(
            List<HalfYear> all, Map<String, Map<String, Long>> goes, Words words, Person person) {
        return all.stream()
                .map(each -> PeriodRow.of(
                        each,
                        goes.values().stream()
                                .mapToLong(due -> due.getOrDefault(each.period().name(), 0L))
                                .sum(),
                        words,
                        person.scope().everywhere()))
                .toList();
    }

    private Words words(Locale locale) {
        return new Words(messages, locale, reference.zone());
    }
}
