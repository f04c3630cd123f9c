package nl.bereik.server.staffweb;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.trajectory.StuckTrajectories;
import nl.bereik.server.trajectory.StuckTrajectories.Stuck;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The list for the case conference, to print. */
@Controller
class ConferenceController {
    private final NeedReader needs;
    private final StuckTrajectories trajectories;
    private final ConferenceProperties properties;
    private final ReferenceData reference;
    private final MessageSource messages;
    private final AuditTrail trail;

    ConferenceController(
            NeedReader needs,
            StuckTrajectories trajectories,
            ConferenceProperties properties,
            ReferenceData reference,
            MessageSource messages,
            AuditTrail trail) {
        this.needs = needs;
        this.trajectories = trajectories;
        this.properties = properties;
        this.reference = reference;
        this.messages = messages;
        this.trail = trail;
    }

    @AllowedTo(Role.COORDINATOR)
    @GetMapping("/needs/conference")
    Mono<Rendering> conference(Person person, Locale locale) {
        Words words = new Words(messages, locale, reference.zone());
        return trail.note(person.name(), AuditAct.CONFERENCE_READ, "")
                .then(needs.now(person.scope()))
                .zipWhen(this::stuck)
                .map(both -> Rendering.view("conference")
                        .modelAttribute(
                                "page",
                                new ConferencePages(both.getT1(), words, Duration.ofDays(properties.stuckDays()))
                                        .page())
                        .modelAttribute(
                                "trajectories",
                                new ConferenceTrajectories(
                                                both.getT2(),
                                                both.getT1().people(),
                                                words,
                                                reference.dayOf(both.getT1().now()))
                                        .part(properties.trajectoryStuckMonths()))
                        .build());
    }

    private Mono<List<Stuck>> stuck(NeedsNow now) {
        LocalDate since = reference.dayOf(now.now()).minusMonths(properties.trajectoryStuckMonths());
        return Flux.fromIterable(now.teams())
                .concatMap(team -> trajectories.of(team, since))
                .collectList();
    }
}
