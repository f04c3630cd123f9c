package nl.bereik.server.staffweb;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.reach.Revision;
import nl.bereik.server.reach.Revisions;
import nl.bereik.server.reach.Revisions.Outcome;
import nl.bereik.server.reach.Revisions.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What came too late for a sealed half-year, the difference it makes, and the revisions in which it was taken in. */
@Controller
class RevisionsController {
    private final Revisions revisions;
    private final AuditTrail trail;
    private final ReferenceData reference;
    private final MessageSource messages;

    RevisionsController(Revisions revisions, AuditTrail trail, ReferenceData reference, MessageSource messages) {
        this.revisions = revisions;
        this.trail = trail;
        this.reference = reference;
        this.messages = messages;
    }

    /**
     * A revision as it is shown.
     *
     * @param title the half-year for which things came, and which of its revisions it is
     * @param made by whom, when, and how many things it took in
     */
    record Made(String title, String made, List<DifferenceRows.Part> parts) {}

    @AllowedTo(value = Role.COORDINATOR, everywhere = true)
    @GetMapping("/periods/{period}/late")
    Mono<Rendering> late(@PathVariable String period, Person person, Locale locale) {
        return parse(period)
                .flatMap(halfYear -> trail.note(person.name(), AuditAct.PERIODS_READ, halfYear.name())
                        .then(show(halfYear, null, locale)))
                .switchIfEmpty(notThere());
    }

    /** Takes in what was seen. What has changed meanwhile is shown again instead. */
    @AllowedTo(value = Role.COORDINATOR, everywhere = true)
    @PostMapping("/periods/{period}/late")
    Mono<Rendering> takeIn(@PathVariable String period, ServerWebExchange exchange, Person person, Locale locale) {
        return parse(period)
                .flatMap(halfYear -> exchange.getFormData()
                        .flatMap(form -> revisions.takeIn(
                                halfYear, Objects.requireNonNullElse(form.getFirst("seen"), ""), person))
                        .flatMap(outcome -> outcome == Outcome.TAKEN_IN
                                ? Mono.just(Rendering.redirectTo("/periods/" + halfYear.name() + "/late")
                                        .build())
                                : show(halfYear, outcome, locale)))
                .switchIfEmpty(notThere());
    }

    private Mono<Rendering> show(ReportingPeriod halfYear, @Nullable Outcome problem, Locale locale) {
        Words words = words(locale);
        return revisions
                .waiting(halfYear)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .zipWith(revisions.of(halfYear).collectList())
                .map(found -> page(halfYear, found.getT1(), found.getT2(), words)
                        .modelAttribute(
                                "problem",
                                problem == null || problem == Outcome.NOT_SEALED
                                        ? ""
                                        : words.text("late.problem." + problem.name()))
                        .build());
    }

    private Rendering.Builder<?> page(
            ReportingPeriod halfYear, Optional<Waiting> sealed, List<Revision> made, Words words) {
        Waiting waiting = sealed.orElse(new Waiting(0, List.of(), ""));
        DifferenceRows rows = new DifferenceRows(words, new ReportCodes(words, reference));
        return Rendering.view("late")
                .modelAttribute("about", words.period(halfYear))
                .modelAttribute("period", halfYear.name())
                .modelAttribute("open", sealed.isEmpty())
                .modelAttribute("items", waiting.items())
                .modelAttribute("seen", waiting.digest())
                .modelAttribute("parts", rows.of(waiting.differences()))
                .modelAttribute(
                        "made",
                        made.stream().map(each -> made(each, rows, words)).toList());
    }

    private static Made made(Revision revision, DifferenceRows rows, Words words) {
        return new Made(
                words.text("late.revision", revision.nth(), words.period(revision.halfYear())),
                words.text("late.made", words.day(revision.at()), revision.by(), revision.items()),
                rows.of(revision.differences()));
    }

    /** Empty when it is no half-year. */
    private static Mono<ReportingPeriod> parse(String name) {
        try {
            ReportingPeriod period = ReportingPeriod.parse(name);
            return Mono.just(period)
                    .filter(found -> found.equals(
                            ReportingPeriod.halfYearOf(found.first().atDay(1))));
        } catch (IllegalArgumentException e) {
            return Mono.empty();
        }
    }

    private static <T> Mono<T> notThere() {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Words words(Locale locale) {
        return new Words(messages, locale, reference.zone());
    }
}
