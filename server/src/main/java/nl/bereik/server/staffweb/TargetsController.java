package nl.bereik.server.staffweb;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.target.TargetFigure;
import nl.bereik.protocol.target.TargetProgress;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.target.Target;
import nl.bereik.server.target.TargetKey;
import nl.bereik.server.target.Targets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The pages on which numbers are agreed for periods, and seen how far they have come. */
@Controller
class TargetsController {
    private static final List<String> DONE = List.of("set", "removed");

    private final Targets targets;
    private final AuditTrail trail;
    private final ReferenceData reference;
    private final MessageSource messages;
    private final Clock clock;

    TargetsController(Targets targets, AuditTrail trail, ReferenceData reference, MessageSource messages, Clock clock) {
        this.targets = targets;
        this.trail = trail;
        this.reference = reference;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param done what has just been done, of those that there are words for */
    @AllowedTo(Role.COORDINATOR)
    @GetMapping(path = "/targets", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> list(@RequestParam(required = false) String done, Person person, Locale locale) {
        TargetForm blank =
                new TargetForm("", PeriodField.of(ReportingPeriod.parse(Integer.toString(today().getYear()))), "", "");
        return show(person, blank, List.of(), done, words(locale));
    }

    @AllowedTo(Role.COORDINATOR)
    @PostMapping("/targets")
    Mono<Rendering> add(ServerWebExchange exchange, Person person, Locale locale) {
        Words words = words(locale);
        return exchange.getFormData().map(TargetForm::of).flatMap(form -> {
            TargetForm.Read read = form.read(targets.agreedBy(person.scope()));
            TargetKey key = read.key();
            if (key == null) {
                return show(person, form, read.problems(), null, words);
            }
            return targets.add(person, key, read.number())
                    .flatMap(added -> added
                            ? Mono.just(to("/targets?done=set"))
                            : show(
                                    person,
                                    form,
                                    List.of(new PeriodField.Problem("figure", "targets.problem.already")),
                                    null,
                                    words));
        });
    }

    @AllowedTo(Role.COORDINATOR)
    @GetMapping("/targets/{region}/{period}/{figure}")
    Mono<Rendering> one(
            @PathVariable String region,
            @PathVariable String period,
            @PathVariable String figure,
            Person person,
            Locale locale) {
        return find(region, period, figure, person)
                .map(target -> edit(target, Long.toString(target.progress().number()), null, words(locale)));
    }

    @AllowedTo(Role.COORDINATOR)
    @PostMapping("/targets/{region}/{period}/{figure}")
    Mono<Rendering> change(
            @PathVariable String region,
            @PathVariable String period,
            @PathVariable String figure,
            ServerWebExchange exchange,
            Person person,
            Locale locale) {
        Words words = words(locale);
        return Mono.zip(find(region, period, figure, person), exchange.getFormData())
                .flatMap(asked -> {
                    Target target = asked.getT1();
                    String typed =
                            SignInController.text(asked.getT2(), "number").strip();
                    long number = TargetForm.number(typed);
                    if (number == 0) {
                        String problem = words.text("targets.problem.number", words.number(TargetProgress.MOST));
                        return Mono.just(edit(target, typed, problem, words));
                    }
                    return targets.change(person, target.key(), number).flatMap(TargetsController::changed);
                });
    }

    /** Asks whether to take it back. */
    @AllowedTo(Role.COORDINATOR)
    @GetMapping("/targets/{region}/{period}/{figure}/remove")
    Mono<Rendering> confirm(
            @PathVariable String region,
            @PathVariable String period,
            @PathVariable String figure,
            Person person,
            Locale locale) {
        return find(region, period, figure, person).map(target -> Rendering.view("target-remove")
                .modelAttribute("row", TargetRow.of(target, words(locale)))
                .build());
    }

    @AllowedTo(Role.COORDINATOR)
    @PostMapping("/targets/{region}/{period}/{figure}/remove")
    Mono<Rendering> remove(
            @PathVariable String region, @PathVariable String period, @PathVariable String figure, Person person) {
        return find(region, period, figure, person)
                .flatMap(target -> targets.remove(person, target.key()))
                .map(any -> to("/targets?done=removed"));
    }

    private static Mono<Rendering> changed(boolean there) {
        return there ? Mono.just(to("/targets?done=set")) : notThere();
    }

    /** Errors when there is none, or it is not for this one to change. */
    private Mono<Target> find(String region, String period, String figure, Person person) {
        return Mono.defer(() -> {
                    @Nullable TargetFigure counted = TargetForm.figure(figure);
                    @Nullable ReportingPeriod span =
                            new PeriodField(period, "", "").read().period();
                    return counted == null || span == null
                            ? Mono.empty()
                            : targets.find(person.scope(), new TargetKey(region, span, counted));
                })
                .delayUntil(found -> trail.note(
                        person.name(), AuditAct.TARGETS_READ, found.key().id()))
                .switchIfEmpty(notThere());
    }

    private static <T> Mono<T> notThere() {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Rendering edit(Target target, String number, @Nullable String problem, Words words) {
        return PageParts.page("target", problem)
                .modelAttribute("row", TargetRow.of(target, words))
                .modelAttribute("number", number)
                .build();
    }

    private Mono<Rendering> show(
            Person person, TargetForm form, List<PeriodField.Problem> problems, @Nullable String done, Words words) {
        List<String> seen = targets.seenBy(person.scope());
        List<String> agreed = targets.agreedBy(person.scope());
        Map<String, String> errors = new LinkedHashMap<>();
        problems.forEach(
                problem -> errors.put(problem.field(), words.text(problem.key(), words.number(TargetProgress.MOST))));
        return trail.note(person.name(), AuditAct.TARGETS_READ, "")
                .thenMany(targets.seen(person.scope(), any -> true))
                .map(target -> TargetRow.of(target, words))
                .collectList()
                .map(rows -> PageParts.with(
                                PageParts.page("targets", errors.isEmpty() ? null : words.text("targets.notAgreed")),
                                "done",
                                done != null && DONE.contains(done) ? words.text("targets.done." + done) : null)
                        .modelAttribute("groups", groups(rows, seen.size() > 1))
                        .modelAttribute("regions", agreed)
                        .modelAttribute("form", form)
                        .modelAttribute("errors", errors)
                        .modelAttribute("periods", form.period().options(today(), words))
                        .modelAttribute("figures", figures(form, words))
                        .build());
    }

    /** Targets of one period and region. */
    record Group(String heading, List<TargetRow> rows) {}

    private static List<Group> groups(List<TargetRow> rows, boolean withRegion) {
        Map<String, List<TargetRow>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(
                        withRegion ? row.region() + ", " + row.periodLabel() : row.periodLabel(),
                        any -> new ArrayList<>())
                .add(row));
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private static List<PeriodField.Option> figures(TargetForm form, Words words) {
        return Arrays.stream(TargetFigure.values())
                .map(figure -> new PeriodField.Option(
                        figure.name(), words.text("target." + figure), Objects.equals(figure.name(), form.figure())))
                .toList();
    }

    private static Rendering to(String page) {
        return Rendering.redirectTo(page).build();
    }

    private LocalDate today() {
        return reference.dayOf(clock.instant());
    }

    private Words words(Locale locale) {
        return new Words(messages, locale, reference.zone());
    }
}
