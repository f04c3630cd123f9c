package nl.bereik.server.staffweb;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.reference.Organisation;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.account.AccountDesk;
import nl.bereik.server.account.AccountView;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.care.CareProfile;
import nl.bereik.server.care.CareProfiles;
import nl.bereik.server.staffweb.BoardPage.Choice;
import nl.bereik.server.staffweb.ProfileForm.Problem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The case managers of a coordinator's teams, and what each can be asked. */
@Controller
class CaseManagersController {
    private final AccountDesk desk;
    private final CareProfiles profiles;
    private final NeedReader needs;
    private final ReferenceData reference;
    private final MessageSource messages;
    private final AuditTrail trail;
    private final Clock clock;

    CaseManagersController(
            AccountDesk desk,
            CareProfiles profiles,
            NeedReader needs,
            ReferenceData reference,
            MessageSource messages,
            AuditTrail trail,
            Clock clock) {
        this.desk = desk;
        this.profiles = profiles;
        this.needs = needs;
        this.reference = reference;
        this.messages = messages;
        this.trail = trail;
        this.clock = clock;
    }

    @AllowedTo(Role.COORDINATOR)
    @GetMapping("/case-managers")
    Mono<Rendering> all(Person person, Locale locale) {
        Words words = words(locale);
        return trail.note(person.name(), AuditAct.PROFILES_READ, "")
                .then(Mono.zip(caseManagers(person).collectList(), needs.people()))
                .map(both -> Rendering.view("case-managers")
                        .modelAttribute(
                                "rows",
                                both.getT1().stream()
                                        .map(account -> CaseManagerRow.of(
                                                both.getT2().caseManager(account.name()),
                                                both.getT2(),
                                                reference,
                                                today(),
                                                words))
                                        .toList())
                        .build());
    }

    @AllowedTo(Role.COORDINATOR)
    @GetMapping("/case-managers/{name}")
    Mono<Rendering> one(@PathVariable String name, ServerWebExchange exchange, Person person, Locale locale) {
        boolean done = exchange.getRequest().getQueryParams().containsKey("done");
        return found(person, name).flatMap(account -> profile(account)
                .flatMap(profile ->
                        show(person, account, ProfileForm.of(profile.orElse(null)), List.of(), done, locale)));
    }

    @AllowedTo(Role.COORDINATOR)
    @PostMapping("/case-managers/{name}")
    Mono<Rendering> change(@PathVariable String name, ServerWebExchange exchange, Person person, Locale locale) {
        return found(person, name).flatMap(account -> Mono.zip(exchange.getFormData(), profile(account))
                .flatMap(both -> {
                    ProfileForm form = ProfileForm.of(both.getT1());
                    ProfileForm.Read read =
                            form.read(account.name(), reference, both.getT2().orElse(null));
                    CareProfile profile = read.profile();
                    return profile == null
                            ? show(person, account, form, read.problems(), false, locale)
                            : trail.note(person.name(), AuditAct.PROFILE_CHANGED, account.name())
                                    .then(Mono.defer(() -> profiles.put(profile)))
                                    .then(Mono.fromSupplier(() -> Rendering.redirectTo("/case-managers/{name}?done")
                                            .modelAttribute("name", account.name())
                                            .build()));
                }));
    }

    private Mono<Rendering> show(
            Person person, AccountView account, ProfileForm form, List<Problem> problems, boolean done, Locale locale) {
        Words words = words(locale);
        List<String> told = problems.stream()
                .map(problem -> words.text("caseManagers.problem." + problem.field(), problem.row()))
                .toList();
        return trail.note(person.name(), AuditAct.PROFILES_READ, account.name())
                .then(needs.people())
                .map(people -> Rendering.view("case-manager")
                        .status(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                        .modelAttribute("account", account)
                        .modelAttribute(
                                "row",
                                CaseManagerRow.of(
                                        people.caseManager(account.name()), people, reference, today(), words))
                        .modelAttribute("form", form)
                        .modelAttribute("problems", told)
                        .modelAttribute(
                                "wrong",
                                problems.stream()
                                        .map(problem -> problem.row() == 0
                                                ? problem.field()
                                                : problem.field().replace(".order", "") + problem.row())
                                        .toList())
                        .modelAttribute("done", done)
                        .modelAttribute("organisations", organisations(form, words))
                        .modelAttribute(
                                "domains",
                                Arrays.stream(Topic.values())
                                        .map(topic -> new Choice(
                                                topic.name(),
                                                new NeedWords(words, people).domain(topic),
                                                form.domains().contains(topic.name())))
                                        .toList())
                        .modelAttribute(
                                "areas",
                                choices(
                                        reference.areas(),
                                        kept(people, account, CareProfile::areas),
                                        form.areas(),
                                        area -> area))
                        .modelAttribute(
                                "languages",
                                choices(
                                        reference.languages(),
                                        kept(people, account, CareProfile::languages),
                                        form.languages(),
                                        new NeedWords(words, people)::language))
                        .modelAttribute(
                                "days",
                                Arrays.stream(DayOfWeek.values())
                                        .map(day -> new Choice(day.name(), words.dayOfWeek(day, TextStyle.FULL), false))
                                        .toList())
                        .build());
    }

    private static Set<String> kept(NeedPeople people, AccountView account, Function<CareProfile, Set<String>> codes) {
        CareProfile profile = people.caseManager(account.name()).profile();
        return profile == null ? Set.of() : codes.apply(profile);
    }

    private static List<Choice> choices(
            List<String> configured, Set<String> kept, Set<String> chosen, UnaryOperator<String> label) {
        return ProfileForm.offered(configured, kept).stream()
                .map(code -> new Choice(code, label.apply(code), chosen.contains(code)))
                .toList();
    }

    /** One that is not configured any more stays a choice for whom it was chosen. */
    private List<Choice> organisations(ProfileForm form, Words words) {
        List<Choice> choices = new ArrayList<>();
        for (Organisation organisation : reference.organisations()) {
            choices.add(new Choice(
                    organisation.code(),
                    organisation.name(),
                    organisation.code().equals(form.organisation())));
        }
        if (choices.stream().noneMatch(Choice::chosen)) {
            choices.add(
                    0,
                    new Choice(
                            form.organisation(),
                            form.organisation().isEmpty() ? words.text("needs.choose") : form.organisation(),
                            true));
        }
        return choices;
    }

    private Flux<AccountView> caseManagers(Person person) {
        return desk.all(person).filter(account -> account.roles().contains(Role.CASE_MANAGER) && !account.disabled());
    }

    private Mono<AccountView> found(Person person, String name) {
        return caseManagers(person)
                .filter(account -> account.name().equals(name))
                .next()
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<Optional<CareProfile>> profile(AccountView account) {
        return profiles.find(account.name()).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), reference.zone());
    }

    private Words words(Locale locale) {
        return new Words(messages, locale, reference.zone());
    }
}
