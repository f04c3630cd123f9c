package nl.bereik.server.staffweb;

import java.util.Arrays;
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
import nl.bereik.server.publish.Chapter;
import nl.bereik.server.publish.OwnWords;
import nl.bereik.server.staffweb.ReportWordsForm.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writing in the report of a period for management. */
@Controller
class ReportWordsController {
    private final OwnWords own;
    private final ReferenceData reference;
    private final MessageSource messages;
    private final AuditTrail trail;

    ReportWordsController(OwnWords own, ReferenceData reference, MessageSource messages, AuditTrail trail) {
        this.own = own;
        this.reference = reference;
        this.messages = messages;
        this.trail = trail;
    }

    /**
     * A chapter in the form.
     *
     * @param shown the digest of what stands there
     * @param theirs what somebody else has written there meanwhile, in paragraphs; null when nobody has
     */
    record Field(
            String name,
            String label,
            String text,
            String shownField,
            String shown,
            @Nullable List<String> theirs) {}

    @AllowedTo(value = Role.COORDINATOR, everywhere = true)
    @GetMapping("/reports/{period}/words")
    Mono<Rendering> ownWords(@PathVariable String period, Person person, Locale locale) {
        return ReportsController.parse(period).flatMap(asked -> own.of(asked)
                .flatMap(stands -> show(asked, new ReportWordsForm(Map.of()), stands, null, person, locale)));
    }

    /**
     * Keeps what was changed. When a text is too long, or somebody else has written in the same chapter since it was
     * shown, all that was written is shown again, beside what stands there now.
     */
    @AllowedTo(value = Role.COORDINATOR, everywhere = true)
    @PostMapping("/reports/{period}/words")
    Mono<Rendering> keep(@PathVariable String period, ServerWebExchange exchange, Person person, Locale locale) {
        return Mono.zip(ReportsController.parse(period), exchange.getFormData().map(ReportWordsForm::of))
                .flatMap(asked -> keep(asked.getT1(), asked.getT2(), person, locale));
    }

    private Mono<Rendering> keep(ReportingPeriod period, ReportWordsForm form, Person person, Locale locale) {
        return own.of(period).flatMap(stands -> {
            if (form.tooLong()) {
                String problem = words(locale).text("report.words.tooLong", OwnWords.LONGEST);
                return show(period, form, stands, problem, person, locale);
            }
            if (form.isInTheWayOf(stands)) {
                return show(period, form, stands, words(locale).text("report.words.changed"), person, locale);
            }
            return write(period, stands, form.changes(stands), person)
                    .flatMap(kept -> kept
                            ? Mono.just(Rendering.redirectTo("/reports/{period}")
                                    .modelAttribute("period", period.name())
                                    .build())
                            : keep(period, form, person, locale));
        });
    }

    /** False as soon as something else stands somewhere. */
    private Mono<Boolean> write(
            ReportingPeriod period, Map<Chapter, String> stands, Map<Chapter, String> changes, Person person) {
        return changes.isEmpty()
                ? Mono.just(true)
                : trail.note(person.name(), AuditAct.REPORT_WORDS_CHANGED, period.name())
                        .thenMany(Flux.fromIterable(changes.entrySet()))
                        .concatMap(each -> own.replace(
                                period, each.getKey(), stands.getOrDefault(each.getKey(), ""), each.getValue()))
                        .all(kept -> kept);
    }

    private Mono<Rendering> show(
            ReportingPeriod period,
            ReportWordsForm form,
            Map<Chapter, String> stands,
            @Nullable String problem,
            Person person,
            Locale locale) {
        Words words = words(locale);
        return trail.note(person.name(), AuditAct.REPORT_READ, period.name())
                .then(Mono.fromSupplier(() -> PageParts.page("report-words", problem)
                        .modelAttribute("heading", words.text("report.words.title", words.period(period)))
                        .modelAttribute("period", period.name())
                        .modelAttribute("longest", OwnWords.LONGEST)
                        .modelAttribute(
                                "fields",
                                Arrays.stream(Chapter.values())
                                        .map(chapter -> field(
                                                chapter,
                                                form.written().get(chapter),
                                                stands.getOrDefault(chapter, ""),
                                                words))
                                        .toList())
                        .build()));
    }

    private static Field field(Chapter chapter, @Nullable Written written, String stands, Words words) {
        return new Field(
                chapter.name(),
                words.text("report.chapter." + chapter),
                written != null && written.changed() ? written.text() : stands,
                ReportWordsForm.shownField(chapter),
                ReportWordsForm.digest(stands),
                written != null && written.isInTheWayOf(stands) ? ReportScreen.paragraphs(stands) : null);
    }

    private Words words(Locale locale) {
        return new Words(messages, locale, reference.zone());
    }
}
