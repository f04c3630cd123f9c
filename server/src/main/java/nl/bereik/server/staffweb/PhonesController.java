package nl.bereik.server.staffweb;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Scope;
import nl.bereik.server.audit.Actor;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.enrolment.Approvals;
import nl.bereik.server.enrolment.EnrolmentCodes;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import nl.bereik.server.install.Revocation;
import nl.bereik.server.install.Teams;
import nl.bereik.server.web.RefusedException;
import nl.bereik.server.wipe.WipeOrder;
import nl.bereik.server.wipe.WipeOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** The page with the phones: which there are, a code for a new one, and revoking one. */
@Controller
class PhonesController {
    /** Sent by htmx, which asks for a part of the page. */
    private static final String PART_ONLY = "HX-Request";

    private final Installs installs;
    private final Revocation revocation;
    private final WipeOrders wipeOrders;
    private final NewPhones newPhones;
    private final Approvals approvals;
    private final ReferenceData reference;
    private final MessageSource messages;
    private final Clock clock;
    private final Teams teams;
    private final AuditTrail trail;

    PhonesController(
            Installs installs,
            Revocation revocation,
            WipeOrders wipeOrders,
            NewPhones newPhones,
            Approvals approvals,
            ReferenceData reference,
            MessageSource messages,
            Clock clock,
            Teams teams,
            AuditTrail trail) {
        this.installs = installs;
        this.revocation = revocation;
        this.wipeOrders = wipeOrders;
        this.newPhones = newPhones;
        this.approvals = approvals;
        this.reference = reference;
        this.messages = messages;
        this.clock = clock;
        this.teams = teams;
        this.trail = trail;
    }

    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @GetMapping("/phones")
    Mono<Rendering> phones(ServerWebExchange exchange, Person person, Locale locale) {
        MultiValueMap<String, String> asked = exchange.getRequest().getQueryParams();
        return Actor.notes(trail, AuditAct.PHONES_READ, "")
                .then(list(person.scope(), locale))
                .map(phones -> Rendering.view("phones")
                        .modelAttribute("teams", teams.within(person.scope()))
                        .modelAttribute("phones", phones)
                        .modelAttribute(
                                "revoked",
                                shortId(
                                        phones,
                                        asked.getFirst("revoked"),
                                        phone -> !phone.active() && !phone.pending()))
                        .modelAttribute("wiped", shortId(phones, asked.getFirst("wiped"), phone -> !phone.wipeable()))
                        .modelAttribute("approved", shortId(phones, asked.getFirst("approved"), PhoneRow::active))
                        .modelAttribute("notApproved", asked.containsKey("not-approved"))
                        .build());
    }

    private static String shortId(List<PhoneRow> phones, @Nullable String id, Predicate<PhoneRow> such) {
        return phones.stream()
                .filter(phone -> phone.id().equals(id) && such.test(phone))
                .map(PhoneRow::shortId)
                .findFirst()
                .orElse("");
    }

    /** Shows a new code, this once. */
    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/phones/codes")
    Mono<Rendering> newCode(
            @RequestHeader(name = PART_ONLY, required = false) @Nullable String part,
            ServerWebExchange exchange,
            Person person,
            Locale locale) {
        Words words = words(locale);
        Scope scope = person.scope();
        return exchange.getFormData()
                .flatMap(form -> teams.chosen(scope, form.getFirst("team"))
                        .flatMap(team -> newPhones.issue(scope, team, form.getFirst("holder"))))
                .map(code -> new NewCode(
                        code.display(),
                        words.time(clock.instant().plus(EnrolmentCodes.GOOD_FOR)),
                        EnrolmentCodes.GOOD_FOR.toMinutes(),
                        address(exchange)))
                .zipWith(part == null ? list(scope, locale) : Mono.just(List.<PhoneRow>of()))
                .map(both -> Rendering.view(part == null ? "phones" : "phones :: newCode")
                        .modelAttribute("code", both.getT1())
                        .modelAttribute("phones", both.getT2())
                        .modelAttribute("teams", teams.within(scope))
                        .build())
                .onErrorResume(RefusedException.class, refused -> unknownHolder(part, scope, locale, refused));
    }

    private Mono<Rendering> unknownHolder(@Nullable String part, Scope scope, Locale locale, RefusedException refused) {
        return !"holder".equals(refused.field())
                ? Mono.error(refused)
                : list(scope, locale).map(phones -> Rendering.view(part == null ? "phones" : "phones :: unknownHolder")
                        .modelAttribute("unknownHolder", true)
                        .modelAttribute("phones", phones)
                        .modelAttribute("teams", teams.within(scope))
                        .build());
    }

    /** Approves a phone that shows the digits that the page showed. */
    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/phones/{id}/approve")
    Mono<Rendering> approve(@PathVariable String id, ServerWebExchange exchange, Person person) {
        return exchange.getFormData()
                .flatMap(form ->
                        approvals.approve(person.scope(), id, Objects.requireNonNullElse(form.getFirst("digits"), "")))
                .then(Mono.fromSupplier(() -> Rendering.redirectTo("/phones?approved={id}")
                        .modelAttribute("id", id)
                        .build()))
                .onErrorResume(RefusedException.class, PhonesController::notApproved);
    }

    /** Refuses a phone that awaits approval. */
    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/phones/{id}/refuse")
    Mono<Rendering> refuse(@PathVariable String id, Person person) {
        return approvals
                .refuse(person.scope(), id)
                .then(Mono.fromSupplier(() -> Rendering.redirectTo("/phones?revoked={id}")
                        .modelAttribute("id", id)
                        .build()))
                .onErrorResume(RefusedException.class, PhonesController::notApproved);
    }

    private static Mono<Rendering> notApproved(RefusedException refused) {
        return refused.reason() == Reason.NOT_FOUND
                ? Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND))
                : Mono.just(Rendering.redirectTo("/phones?not-approved").build());
    }

    /** Asks whether to revoke, and says what is lost. */
    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @GetMapping("/phones/{id}/revoke")
    Mono<Rendering> confirm(
            @PathVariable String id,
            @RequestHeader(name = PART_ONLY, required = false) @Nullable String part,
            Person person,
            Locale locale) {
        return installs.find(person.scope(), id)
                .delayUntil(install -> Actor.notes(trail, AuditAct.PHONES_READ, install.id()))
                .map(install -> PhoneRow.of(install, null, words(locale)))
                .map(phone -> phone.active()
                        ? Rendering.view(part == null ? "revoke" : "revoke :: confirm")
                                .modelAttribute("phone", phone)
                                .build()
                        : Rendering.redirectTo("/phones").build())
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/phones/{id}/revoke")
    Mono<Rendering> revoke(@PathVariable String id, Person person) {
        return installs.find(person.scope(), id)
                .flatMap(there -> Actor.notes(trail, AuditAct.PHONE_REVOKED, there.id())
                        .then(revocation.revoke(person.scope(), there.id(), clock.instant())))
                .filter(exists -> exists)
                .map(exists -> Rendering.redirectTo("/phones?revoked={id}")
                        .modelAttribute("id", id)
                        .build())
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<List<PhoneRow>> list(Scope scope, Locale locale) {
        Words words = words(locale);
        return installs.all(scope)
                .collectList()
                .zipWith(wipeOrders.all().collectMap(WipeOrder::phone))
                .map(both -> Install.phones(both.getT1()).stream()
                        .map(phone -> PhoneRow.of(phone, both.getT2().get(phone.phone()), words))
                        .toList());
    }

    private Words words(Locale locale) {
        return new Words(messages, locale, reference.zone());
    }

    /** The server as the browser knows it, which is how a phone will know it too. */
    private static String address(ServerWebExchange exchange) {
        return UriComponentsBuilder.fromUri(exchange.getRequest().getURI())
                .replacePath(null)
                .replaceQuery(null)
                .build()
                .toUriString();
    }

    /** A code as shown. @param until the time of day until which it is good */
    record NewCode(String display, String until, long minutes, String server) {}
}
