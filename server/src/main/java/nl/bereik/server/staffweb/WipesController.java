package nl.bereik.server.staffweb;

import java.util.Locale;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.audit.Actor;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.install.Installs;
import nl.bereik.server.web.RefusedException;
import nl.bereik.server.wipe.Wipes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Ordering a phone to erase itself, after asking. */
@Controller
class WipesController {
    /** Sent by htmx, which asks for a part of the page. */
    private static final String PART_ONLY = "HX-Request";

    private final Installs installs;
    private final Wipes wipes;
    private final ReferenceData reference;
    private final MessageSource messages;
    private final AuditTrail trail;

    WipesController(Installs installs, Wipes wipes, ReferenceData reference, MessageSource messages, AuditTrail trail) {
        this.installs = installs;
        this.wipes = wipes;
        this.reference = reference;
        this.messages = messages;
        this.trail = trail;
    }

    /** Asks whether to, and says when it was last seen and what is lost. */
    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @GetMapping("/phones/{id}/wipe")
    Mono<Rendering> confirm(
            @PathVariable String id,
            @RequestHeader(name = PART_ONLY, required = false) @Nullable String part,
            Person person,
            Locale locale) {
        return installs.find(person.scope(), id)
                .delayUntil(install -> Actor.notes(trail, AuditAct.PHONES_READ, install.id()))
                .map(install -> PhoneRow.of(install, null, new Words(messages, locale, reference.zone())))
                .map(phone -> Rendering.view(part == null ? "wipe" : "wipe :: confirm")
                        .modelAttribute("phone", phone)
                        .build())
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    @AllowedTo({Role.COORDINATOR, Role.ADMINISTRATOR})
    @PostMapping("/phones/{id}/wipe")
    Mono<Rendering> order(@PathVariable String id, Person person) {
        return wipes.order(id, person)
                .map(order -> Rendering.redirectTo("/phones?wiped={id}")
                        .modelAttribute("id", order.phone())
                        .build())
                .onErrorMap(
                        RefusedException.class,
                        refused -> refused.reason() == Reason.NOT_FOUND
                                ? new ResponseStatusException(HttpStatus.NOT_FOUND)
                                : refused);
    }
}
