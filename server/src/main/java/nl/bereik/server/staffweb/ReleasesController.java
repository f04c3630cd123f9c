package nl.bereik.server.staffweb;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.publish.Preparation;
import nl.bereik.server.publish.Preparation.Changed;
import nl.bereik.server.publish.Preparation.NotNow;
import nl.bereik.server.publish.Preparation.Ready;
import nl.bereik.server.publish.Preparation.Refused;
import nl.bereik.server.publish.Publishing;
import nl.bereik.server.publish.StoredRelease;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What has left the building and may be taken along by whoever may see published figures; and letting more leave. */
@Controller
class ReleasesController {
    private static final List<String> KINDS = List.of("pdf", "xlsx", "csv", "json", "zip");

    private final Publishing publishing;
    private final ReportFiles files;
    private final ReferenceData reference;
    private final MessageSource messages;
    private final AuditTrail trail;

    ReleasesController(
            Publishing publishing,
            ReportFiles files,
            ReferenceData reference,
            MessageSource messages,
            AuditTrail trail) {
        this.publishing = publishing;
        this.files = files;
        this.reference = reference;
        this.messages = messages;
        this.trail = trail;
    }

    /** A release as it is listed. @param at the day it was made */
    record ReleaseRow(String id, String title, String at) {}

    @AllowedTo({Role.COORDINATOR, Role.VIEWER})
    @GetMapping({"/releases", "/published"})
    Mono<Rendering> releases(Person person, Locale locale) {
        Words words = words(locale);
        return trail.note(person.name(), AuditAct.RELEASES_READ, "")
                .then(publishing.all().collectList())
                .map(all -> Rendering.view("published")
                        .modelAttribute("rows", rows(all, words))
                        .modelAttribute("kinds", KINDS)
                        .modelAttribute("releases", mayRelease(person))
                        .build());
    }

    /** What would leave, or why it may not. */
    @AllowedTo(value = Role.COORDINATOR, everywhere = true)
    @GetMapping("/releases/prepare")
    Mono<Rendering> prepare(@RequestParam(defaultValue = "") String period, Person person, Locale locale) {
        return parse(period)
                .flatMap(asked -> publishing
                        .prepare(asked, person)
                        .flatMap(preparation -> show(preparation, asked, null, person, locale)))
                .switchIfEmpty(Mono.fromSupplier(() -> noPeriod(locale)));
    }

    /** Releases what was seen. What has changed meanwhile is shown again instead. */
    @AllowedTo(value = Role.COORDINATOR, everywhere = true)
    @PostMapping("/releases")
    Mono<Rendering> release(ServerWebExchange exchange, Person person, Locale locale) {
        return exchange.getFormData().flatMap(form -> parse(field(form, "period"))
                .flatMap(period -> field(form, "sure").isEmpty()
                        ? publishing
                                .prepare(period, person)
                                .flatMap(preparation -> show(preparation, period, "release.notSure", person, locale))
                        : publishing
                                .release(period, field(form, "seen"), person)
                                .flatMap(preparation -> preparation instanceof Ready
                                        ? Mono.just(Rendering.redirectTo("/releases")
                                                .build())
                                        : show(preparation, period, null, person, locale)))
                .switchIfEmpty(Mono.fromSupplier(() -> noPeriod(locale))));
    }

    /** A release to be read, as its files tell it. */
    @AllowedTo({Role.COORDINATOR, Role.VIEWER})
    @GetMapping("/releases/{id}")
    Mono<Rendering> read(@PathVariable String id, Person person, Locale locale) {
        return find(id).flatMap(release -> trail.note(
                        person.name(), AuditAct.RELEASES_READ, release.release().id())
                .then(Mono.fromSupplier(() -> Rendering.view("release-read")
                        .modelAttribute("page", screen(release, locale))
                        .modelAttribute("id", release.release().id())
                        .modelAttribute("kinds", KINDS)
                        .build())));
    }

    @AllowedTo({Role.COORDINATOR, Role.VIEWER})
    @GetMapping("/releases/{id}/{kind}")
    Mono<ResponseEntity<byte[]>> file(
            @PathVariable String id, @PathVariable String kind, Person person, Locale locale) {
        return files.known(kind, true).then(find(id)).flatMap(release -> trail.note(
                        person.name(), AuditAct.RELEASE_TAKEN, release.release().id())
                .then(Mono.defer(() -> files.write(
                        new ReportLayout(words(locale), reference, locale).published(release),
                        kind,
                        "bereik-" + release.period().name() + "-"
                                + release.release().id()))));
    }

    private Mono<StoredRelease> find(String id) {
        return publishing.find(id).switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** @param problem the key of its words; null for none */
    private Mono<Rendering> show(
            Preparation preparation, ReportingPeriod period, @Nullable String problem, Person person, Locale locale) {
        return trail.note(person.name(), AuditAct.RELEASE_FORESEEN, period.name())
                .then(Mono.fromSupplier(() -> {
                    if (preparation instanceof Ready ready) {
                        return foreseen(ready, problem, locale);
                    }
                    if (preparation instanceof Changed changed) {
                        return foreseen(changed.now(), "release.changed", locale);
                    }
                    Words words = words(locale);
                    return refused(words.period(period), reasons(preparation, words), locale);
                }));
    }

    private Rendering foreseen(Ready ready, @Nullable String problem, Locale locale) {
        Words words = words(locale);
        ReportingPeriod period = ready.release().period();
        return PageParts.page("release", problem == null ? null : words.text(problem))
                .modelAttribute("page", screen(ready.release(), locale))
                .modelAttribute("period", period.name())
                .modelAttribute("about", words.period(period))
                .modelAttribute("seen", ready.digest())
                .build();
    }

    private ReportScreen screen(StoredRelease release, Locale locale) {
        Words words = words(locale);
        return ReportScreen.of(new ReportLayout(words, reference, locale).published(release), words);
    }

    private List<String> reasons(Preparation preparation, Words words) {
        if (preparation instanceof NotNow not) {
            return List.of(words.text("release.not." + not.why()));
        }
        ReportCodes codes = new ReportCodes(words, reference);
        return ((Refused) preparation)
                .refusals().stream()
                        .map(refusal -> words.text(
                                "release.refusal." + refusal.reason(),
                                codes.count(refusal.count()),
                                refusal.tables().isEmpty()
                                        ? words.text("release.noTable")
                                        : String.join(
                                                "; ",
                                                refusal.tables().stream()
                                                        .map(codes::table)
                                                        .toList())))
                        .toList();
    }

    private Rendering noPeriod(Locale locale) {
        Words words = words(locale);
        return refused(words.text("release.period"), List.of(words.text("release.noPeriod")), locale);
    }

    private Rendering refused(String title, List<String> reasons, Locale locale) {
        return Rendering.view("release-refused")
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .modelAttribute("heading", words(locale).text("release.refused", title))
                .modelAttribute("reasons", reasons)
                .build();
    }

    private static Mono<ReportingPeriod> parse(String name) {
        return Mono.fromCallable(() -> ReportingPeriod.parse(name.strip()))
                .onErrorResume(IllegalArgumentException.class, noPeriod -> Mono.empty());
    }

    private static String field(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }

    private static boolean mayRelease(Person person) {
        return person.is(Role.COORDINATOR) && person.scope().everywhere();
    }

    private static List<ReleaseRow> rows(List<StoredRelease> all, Words words) {
        return all.stream()
                .sorted(Comparator.comparingInt(StoredRelease::number).reversed())
                .map(each -> new ReleaseRow(each.release().id(), words.period(each.period()), words.day(each.at())))
                .toList();
    }

    private Words words(Locale locale) {
        return new Words(messages, locale, reference.zone());
    }
}
