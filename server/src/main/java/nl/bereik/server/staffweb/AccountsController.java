package nl.bereik.server.staffweb;

import static nl.bereik.server.staffweb.SignInController.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.account.AccountDesk;
import nl.bereik.server.account.AccountDesk.OneTime;
import nl.bereik.server.account.Remit;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.install.Teams;
import nl.bereik.server.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The pages on which the accounts of others are run. */
@Controller
class AccountsController {
    private final AccountDesk desk;
    private final Teams teams;
    private final AuditTrail trail;
    private final MessageSource messages;
    private final ReferenceData reference;

    AccountsController(
            AccountDesk desk, Teams teams, AuditTrail trail, MessageSource messages, ReferenceData reference) {
        this.desk = desk;
        this.teams = teams;
        this.trail = trail;
        this.messages = messages;
        this.reference = reference;
    }

    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @GetMapping("/accounts")
    Mono<Rendering> accounts(Person person, Locale locale) {
        return trail.note(person.name(), AuditAct.ACCOUNTS_READ, "").then(list(person, locale, null, null));
    }

    /** Adds an account and shows its first password, this once. */
    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/accounts")
    Mono<Rendering> add(ServerWebExchange exchange, Person person, Locale locale) {
        return exchange.getFormData()
                .flatMap(form -> desk.add(person, text(form, "name"), roles(form), remit(form))
                        .flatMap(made -> list(person, locale, made, null)))
                .onErrorResume(RefusedException.class, refused -> list(person, locale, null, problem(refused, locale)));
    }

    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @GetMapping("/accounts/{name}")
    Mono<Rendering> account(@PathVariable String name, ServerWebExchange exchange, Person person, Locale locale) {
        return desk.find(person, name)
                .flatMap(found -> trail.note(person.name(), AuditAct.ACCOUNTS_READ, found.name()))
                .then(one(
                        person,
                        name,
                        locale,
                        exchange.getRequest().getQueryParams().getFirst("done"),
                        null,
                        null));
    }

    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/accounts/{name}/change")
    Mono<Rendering> change(@PathVariable String name, ServerWebExchange exchange, Person person, Locale locale) {
        return exchange.getFormData()
                .flatMap(form -> done(desk.change(person, name, roles(form), remit(form)), person, name, locale));
    }

    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/accounts/{name}/disable")
    Mono<Rendering> disable(@PathVariable String name, Person person, Locale locale) {
        return done(desk.disable(person, name, true), person, name, locale);
    }

    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/accounts/{name}/enable")
    Mono<Rendering> enable(@PathVariable String name, Person person, Locale locale) {
        return done(desk.disable(person, name, false), person, name, locale);
    }

    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/accounts/{name}/sign-out")
    Mono<Rendering> signOut(@PathVariable String name, Person person, Locale locale) {
        return done(desk.signOutEverywhere(person, name), person, name, locale);
    }

    /** Shows the new password, this once. */
    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/accounts/{name}/reset-password")
    Mono<Rendering> resetPassword(@PathVariable String name, Person person, Locale locale) {
        return desk.resetPassword(person, name)
                .flatMap(made -> one(person, name, locale, null, made, null))
                .onErrorResume(RefusedException.class, refused -> refused(refused, person, name, locale));
    }

    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/accounts/{name}/reset-second-step")
    Mono<Rendering> resetSecondStep(@PathVariable String name, Person person, Locale locale) {
        return done(desk.resetSecondStep(person, name), person, name, locale);
    }

    private Mono<Rendering> done(Mono<Void> act, Person person, String name, Locale locale) {
        return act.then(Mono.fromSupplier(() -> Rendering.redirectTo("/accounts/{name}?done")
                        .modelAttribute("name", name)
                        .build()))
                .onErrorResume(RefusedException.class, refused -> refused(refused, person, name, locale));
    }

    private Mono<Rendering> refused(RefusedException refused, Person person, String name, Locale locale) {
        return refused.reason() == Reason.NOT_FOUND && "name".equals(refused.field())
                ? Mono.error(refused)
                : one(person, name, locale, null, null, problem(refused, locale));
    }

    private Mono<Rendering> list(Person person, Locale locale, @Nullable OneTime made, @Nullable String problem) {
        Words words = words(locale);
        return desk.all(person)
                .map(account -> AccountRow.of(account, words))
                .collectList()
                .map(rows -> page("accounts", person, words, made, problem)
                        .modelAttribute("accounts", rows)
                        .build());
    }

    private Mono<Rendering> one(
            Person person,
            String name,
            Locale locale,
            @Nullable String done,
            @Nullable OneTime made,
            @Nullable String problem) {
        Words words = words(locale);
        return desk.find(person, name).map(account -> page("account-of", person, words, made, problem)
                .modelAttribute("row", AccountRow.of(account, words))
                .modelAttribute("view", account)
                .modelAttribute("done", done != null)
                .modelAttribute(
                        "guarded",
                        account.atOrganisation()
                                || !AccountDesk.grantable(person).containsAll(account.roles()))
                .build());
    }

    private Rendering.Builder<?> page(
            String view, Person person, Words words, @Nullable OneTime made, @Nullable String problem) {
        return PageParts.with(PageParts.page(view, problem), "made", made)
                .modelAttribute("everywhere", person.scope().everywhere())
                .modelAttribute("teams", teams.within(person.scope()))
                .modelAttribute("regions", regions(person))
                .modelAttribute("roles", AccountRow.roles(AccountDesk.grantable(person), words));
    }

    /** The regions of which somebody sees every team. */
    private List<String> regions(Person person) {
        return teams.regions().entrySet().stream()
                .filter(region -> region.getValue().stream().allMatch(person.scope()::covers))
                .map(region -> region.getKey())
                .toList();
    }

    private static String problem(RefusedException refused, Words words) {
        return words.text("accounts.problem." + refused.reason() + "." + refused.field());
    }

    private String problem(RefusedException refused, Locale locale) {
        return problem(refused, words(locale));
    }

    private Words words(Locale locale) {
        return new Words(messages, locale, reference.zone());
    }

    private static Set<Role> roles(MultiValueMap<String, String> form) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : form.getOrDefault("role", List.of())) {
            for (Role role : Role.values()) {
                if (role.name().equals(name)) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }

    private static Remit remit(MultiValueMap<String, String> form) {
        return form.containsKey("everywhere")
                ? Remit.EVERYWHERE
                : new Remit(
                        false,
                        new TreeSet<>(form.getOrDefault("region", List.of())),
                        new TreeSet<>(form.getOrDefault("team", List.of())));
    }
}
