package nl.bereik.server.staffweb;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Scope;
import nl.bereik.server.audit.Actor;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.install.Installs;
import nl.bereik.server.reach.Figures;
import nl.bereik.server.target.Targets;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The page with the figures of a period, and the bell that rings when they change. */
@Controller
class FiguresPageController {
    /** Sent by the page's own script, which asks for the figures without the page around them. */
    static final String PART_ONLY = "X-Part";

    private final Figures figures;
    private final Installs installs;
    private final LiveChanges changes;
    private final ReferenceData reference;
    private final MessageSource messages;
    private final Clock clock;
    private final AuditTrail trail;
    private final Targets targets;

    FiguresPageController(
            Figures figures,
            Installs installs,
            LiveChanges changes,
            ReferenceData reference,
            MessageSource messages,
            Clock clock,
            AuditTrail trail,
            Targets targets) {
        this.figures = figures;
        this.installs = installs;
        this.changes = changes;
        this.reference = reference;
        this.messages = messages;
        this.clock = clock;
        this.trail = trail;
        this.targets = targets;
    }

    /** The half year of today. */
    @AllowedTo(Role.COORDINATOR)
    @GetMapping(path = "/figures", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> current(
            @RequestHeader(name = PART_ONLY, required = false) String part, Person person, Locale locale) {
        return show(person.scope(), ReportingPeriod.halfYearOf(reference.dayOf(clock.instant())), part != null, locale);
    }

    @AllowedTo(Role.COORDINATOR)
    @GetMapping(path = "/figures/{period}", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> period(
            @PathVariable String period,
            @RequestHeader(name = PART_ONLY, required = false) String part,
            Person person,
            Locale locale) {
        try {
            return show(person.scope(), ReportingPeriod.parse(period), part != null, locale);
        } catch (IllegalArgumentException noPeriod) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND, null, noPeriod));
        }
    }

    @AllowedTo(Role.COORDINATOR)
    @GetMapping(path = "/figures/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ResponseBody
    Flux<ServerSentEvent<String>> changes() {
        return changes.events(figures.changes());
    }

    private Mono<Rendering> show(Scope scope, ReportingPeriod period, boolean partOnly, Locale locale) {
        Words words = new Words(messages, locale, reference.zone());
        return Actor.notes(trail, AuditAct.FIGURES_READ, period.name())
                .then(Mono.zip(
                        figures.of(scope, period),
                        figures.of(scope, period.previous()),
                        installs.all(scope).collectList(),
                        // They count whole days only, so what changes meanwhile is nothing to them.
                        partOnly ? Mono.just(List.<TargetRow>of()) : targets(scope, period, words)))
                .map(all -> Rendering.view(partOnly ? "figures :: figures" : "figures")
                        .modelAttribute(
                                "page",
                                new FiguresPages(words, reference, clock.instant())
                                        .page(all.getT1(), all.getT2(), all.getT3()))
                        .modelAttribute("targets", all.getT4())
                        .build());
    }

    /** Those of this period, and of longer ones that it lies in. */
    private Mono<List<TargetRow>> targets(Scope scope, ReportingPeriod period, Words words) {
        return targets.seen(scope, key -> key.period().contains(period))
                .map(target -> TargetRow.of(target, words))
                .collectList();
    }
}
