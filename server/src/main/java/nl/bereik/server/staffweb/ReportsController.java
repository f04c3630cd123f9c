package nl.bereik.server.staffweb;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.publish.Chapter;
import nl.bereik.server.publish.Menu;
import nl.bereik.server.publish.OwnWords;
import nl.bereik.server.reach.Figures;
import nl.bereik.server.reach.Revision;
import nl.bereik.server.reach.RevisionHistory;
import nl.bereik.server.report.Report;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** The report of a period for management: exact, of the teams that whoever asks may see. */
@Controller
class ReportsController {
    private static final List<String> KINDS = List.of("pdf", "xlsx", "csv", "json");

    private final Figures figures;
    private final Menu menu;
    private final OwnWords own;
    private final RevisionHistory revisions;
    private final ReportFiles files;
    private final ReferenceData reference;
    private final MessageSource messages;
    private final Clock clock;
    private final AuditTrail trail;

    ReportsController(
            Figures figures,
            Menu menu,
            OwnWords own,
            RevisionHistory revisions,
            ReportFiles files,
            ReferenceData reference,
            MessageSource messages,
            Clock clock,
            AuditTrail trail) {
        this.figures = figures;
        this.menu = menu;
        this.own = own;
        this.revisions = revisions;
        this.files = files;
        this.reference = reference;
        this.messages = messages;
        this.clock = clock;
        this.trail = trail;
    }

    /** Of the half-year of today. */
    @AllowedTo(Role.COORDINATOR)
    @GetMapping(path = "/reports", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> current(Person person, Locale locale) {
        return show(ReportingPeriod.halfYearOf(reference.dayOf(clock.instant())), person, locale);
    }

    @AllowedTo(Role.COORDINATOR)
    @GetMapping(path = "/reports/{period}", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> period(@PathVariable String period, Person person, Locale locale) {
        return parse(period).flatMap(asked -> show(asked, person, locale));
    }

    @AllowedTo(Role.COORDINATOR)
    @GetMapping("/reports/{period}/{kind}")
    Mono<ResponseEntity<byte[]>> file(
            @PathVariable String period, @PathVariable String kind, Person person, Locale locale) {
        return Mono.zip(parse(period), files.known(kind, false)).flatMap(asked -> trail.note(
                        person.name(), AuditAct.REPORT_TAKEN, asked.getT1().name())
                .then(report(asked.getT1(), person, locale))
                .flatMap(report ->
                        files.write(report, kind, "bereik-" + asked.getT1().name() + "-management")));
    }

    private Mono<Rendering> show(ReportingPeriod period, Person person, Locale locale) {
        Words words = words(locale);
        return trail.note(person.name(), AuditAct.REPORT_READ, period.name())
                .then(report(period, person, locale))
                .map(report -> Rendering.view("report")
                        .modelAttribute("page", ReportScreen.of(report, words))
                        .modelAttribute("period", period.name())
                        .modelAttribute("previous", period.previous().name())
                        .modelAttribute("next", period.next().name())
                        .modelAttribute("kinds", KINDS)
                        .modelAttribute("writes", person.scope().everywhere())
                        .build());
    }

    private Mono<Report> report(ReportingPeriod period, Person person, Locale locale) {
        ReportLayout layout = new ReportLayout(words(locale), reference, locale);
        return Mono.zip(
                        figures.of(person.scope(), period),
                        figures.of(person.scope(), period.previous()),
                        written(period, person),
                        revisedAt(period))
                .map(all -> layout.management(
                        menu, all.getT1(), all.getT2(), all.getT3(), all.getT4().orElse(null), clock.instant()));
    }

    /** When figures of a period or of that before it were last revised. */
    private Mono<Optional<Instant>> revisedAt(ReportingPeriod period) {
        return revisions
                .all()
                .filter(revision -> revision.changed(period) || revision.changed(period.previous()))
                .map(Revision::at)
                .collect(Collectors.maxBy(Comparator.naturalOrder()));
    }

    /** They are about all teams. */
    private Mono<Map<Chapter, String>> written(ReportingPeriod period, Person person) {
        return person.scope().everywhere() ? own.of(period) : Mono.just(Map.of());
    }

    /** Errors with 404 when it is no period. */
    static Mono<ReportingPeriod> parse(String name) {
        return Mono.fromCallable(() -> ReportingPeriod.parse(name))
                .onErrorMap(
                        IllegalArgumentException.class,
                        noPeriod -> new ResponseStatusException(HttpStatus.NOT_FOUND, null, noPeriod));
    }

    private Words words(Locale locale) {
        return new Words(messages, locale, reference.zone());
    }
}
