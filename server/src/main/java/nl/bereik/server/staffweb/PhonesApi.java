package nl.bereik.server.staffweb;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
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
import nl.bereik.server.web.RequestBodies;
import nl.bereik.server.wipe.WipeOrder;
import nl.bereik.server.wipe.WipeOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The phones, for scripts. */
@RestController
@RequestMapping("/api/v1")
class PhonesApi {
    private final Installs installs;
    private final Revocation revocation;
    private final WipeOrders wipeOrders;
    private final NewPhones newPhones;
    private final Approvals approvals;
    private final Clock clock;
    private final Teams teams;
    private final AuditTrail trail;

    PhonesApi(
            Installs installs,
            Revocation revocation,
            WipeOrders wipeOrders,
            NewPhones newPhones,
            Approvals approvals,
            Clock clock,
            Teams teams,
            AuditTrail trail) {
        this.installs = installs;
        this.revocation = revocation;
        this.wipeOrders = wipeOrders;
        this.newPhones = newPhones;
        this.approvals = approvals;
        this.clock = clock;
        this.teams = teams;
        this.trail = trail;
    }

    /**
     * For the first team that one may see, unless another is named.
     *
     * @param request without a body, or with JSON: {@code {"holder": the account of the person who will carry the
     *     phone}}
     */
    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/enrolment-codes")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<IssuedCode> issue(
            @RequestParam(required = false) @Nullable String team, ServerHttpRequest request, Person person) {
        Instant expiresAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(EnrolmentCodes.GOOD_FOR);
        return teams.chosen(person.scope(), team)
                .zipWith(holder(request))
                .flatMap(asked -> newPhones.issue(person.scope(), asked.getT1(), asked.getT2()))
                .map(code -> new IssuedCode(code.display(), expiresAt));
    }

    private static Mono<String> holder(ServerHttpRequest request) {
        return MediaType.APPLICATION_JSON.isCompatibleWith(request.getHeaders().getContentType())
                ? RequestBodies.read(request)
                        .filter(body -> body.length > 0)
                        .map(body ->
                                Objects.requireNonNullElse(Json.readObject(body).optionalText("holder"), ""))
                        .defaultIfEmpty("")
                : Mono.just("");
    }

    /** Newest enrolment first; a phone that was restored from a backup has several. */
    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @GetMapping("/installs")
    Mono<Phones> all(Person person) {
        return Actor.notes(trail, AuditAct.PHONES_READ, "")
                .then(wipeOrders.all().collectMap(WipeOrder::phone))
                .flatMap(orders -> installs.all(person.scope())
                        .map(install -> Phone.of(install, orders.get(install.phone())))
                        .collectList())
                .map(Phones::new);
    }

    /** Lets a phone sync that shows these digits. */
    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/installs/{id}/approve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> approve(@PathVariable String id, @RequestBody(required = false) @Nullable Seen seen, Person person) {
        return seen == null || seen.digits() == null
                ? Mono.error(new RefusedException(Reason.MISSING_FIELD, "digits"))
                : approvals.approve(person.scope(), id, seen.digits());
    }

    /** Shuts out a phone that awaits approval. */
    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/installs/{id}/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> refuse(@PathVariable String id, Person person) {
        return approvals.refuse(person.scope(), id);
    }

    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/installs/{id}/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(@PathVariable String id, Person person) {
        return installs.find(person.scope(), id)
                .switchIfEmpty(Mono.error(() -> new RefusedException(Reason.NOT_FOUND, "id")))
                .flatMap(there -> Actor.notes(trail, AuditAct.PHONE_REVOKED, there.id())
                        .then(revocation.revoke(person.scope(), there.id(), clock.instant())))
                .then();
    }

    /** @param digits what the phone shows */
    record Seen(@Nullable String digits) {}

    /** A code and the moment until which it can be used. */
    record IssuedCode(String code, Instant expiresAt) {}

    record Phones(List<Phone> installs) {}

    /**
     * A phone.
     *
     * @param digits what the phone shows while it awaits approval; else null
     * @param wipeOrderedAt when it was ordered to erase itself; else null
     * @param wipedAt when it said that it had; else null
     */
    record Phone(
            String id,
            String phone,
            String team,
            Instant enrolledAt,
            @Nullable LocalDate lastSeenOn,
            @Nullable Instant revokedAt,
            boolean approved,
            @Nullable String holder,
            @Nullable String digits,
            @Nullable Instant wipeOrderedAt,
            @Nullable Instant wipedAt) {
        static Phone of(Install install, @Nullable WipeOrder order) {
            return new Phone(
                    install.id(),
                    install.phone(),
                    install.team(),
                    install.enrolledAt(),
                    install.lastSeenOn(),
                    install.revokedAt(),
                    !install.awaitsApproval(),
                    install.holder(),
                    install.awaitsApproval() && install.revokedAt() == null
                            ? install.digits().text()
                            : null,
                    order == null ? null : order.orderedAt(),
                    order == null ? null : order.confirmedAt());
        }
    }
}
