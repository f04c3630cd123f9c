package nl.bereik.server.staffweb;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.install.Teams;
import nl.bereik.server.publish.Menu;
import nl.bereik.server.reach.Figures;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page on which a coordinator looks around in the closed menu of tables: exact, within the teams that one sees. */
@Controller
class ExploreController {
    private final Figures figures;
    private final Menu menu;
    private final Teams teams;
    private final AuditTrail trail;
    private final ReferenceData reference;
    private final MessageSource messages;
    private final Clock clock;

    ExploreController(
            Figures figures,
            Menu menu,
            Teams teams,
            AuditTrail trail,
            ReferenceData reference,
            MessageSource messages,
            Clock clock) {
        this.figures = figures;
        this.menu = menu;
        this.teams = teams;
        this.trail = trail;
        this.reference = reference;
        this.messages = messages;
        this.clock = clock;
    }

    /** What is asked for and is not in the menu is named, and nothing shown. */
    @AllowedTo(Role.COORDINATOR)
    @GetMapping(path = "/explore", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> explore(ServerWebExchange exchange, Person person, Locale locale) {
        Words words = new Words(messages, locale, reference.zone());
        LocalDate today = reference.dayOf(clock.instant());
        ExploreForm form = ExploreForm.of(exchange.getRequest().getQueryParams(), ReportingPeriod.halfYearOf(today));
        List<String> seen = teams.within(person.scope());
        ExploreForm.Read read = form.read(person.scope(), seen, ExplorePages.ids(menu));
        ExplorePages pages = new ExplorePages(words, reference, menu, today);
        Map<String, String> errors = new LinkedHashMap<>();
        read.problems().forEach(problem -> errors.put(problem.field(), words.text(problem.key())));
        Rendering.Builder<?> page = PageParts.page("explore", errors.isEmpty() ? null : words.text("explore.notShown"))
                .modelAttribute("form", form)
                .modelAttribute("errors", errors)
                .modelAttribute("periods", form.period().options(today, words))
                .modelAttribute("teams", seen.size() > 1 ? seen : List.of())
                .modelAttribute("choices", pages.choices(form.show()));
        if (!errors.isEmpty()) {
            return Mono.just(page.modelAttribute("heading", words.text("explore.nav"))
                    .modelAttribute("sights", List.of())
                    .build());
        }
        ReportingPeriod period = Objects.requireNonNull(read.period());
        return trail.note(person.name(), AuditAct.FIGURES_READ, period.name())
                .then(Mono.defer(() -> figures.of(read.scope(), period)))
                .map(found -> page.modelAttribute("heading", heading(period, form.team(), words))
                        .modelAttribute("here", form.address(period))
                        .modelAttribute("period", period.name())
                        .modelAttribute("previous", period.previous().name())
                        .modelAttribute("nothing", isEmpty(found))
                        .modelAttribute("sights", isEmpty(found) ? List.of() : pages.sights(found, form.show()))
                        .build());
    }

    private static String heading(ReportingPeriod period, String team, Words words) {
        String named = words.text("explore.title", words.period(period));
        return team.isEmpty() ? named : named + ", " + team;
    }

    private static boolean isEmpty(ReachFigures found) {
        return found.counts().contacts() == 0
                && found.needs().needs() == 0
                && found.activities().registrations()
                                + found.activities().consultations()
                                + found.activities().prevention()
                        == 0
                && found.trajectories().started().events() == 0
                && found.trajectories().ended().isEmpty();
    }
}
