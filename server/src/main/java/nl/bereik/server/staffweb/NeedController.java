package nl.bereik.server.staffweb;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.Party;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.need.StoredNeed;
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

/** One need: what is known of it, what was done, and what the coordinator can do. */
@Controller
class NeedController {
    private final NeedReader needs;
    private final NeedActs acts;
    private final ReferenceData reference;
    private final MessageSource messages;
    private final AuditTrail trail;
    private final Clock clock;

    NeedController(
            NeedReader needs,
            NeedActs acts,
            ReferenceData reference,
            MessageSource messages,
            AuditTrail trail,
            Clock clock) {
        this.needs = needs;
        this.acts = acts;
        this.reference = reference;
        this.messages = messages;
        this.trail = trail;
        this.clock = clock;
    }

    @AllowedTo(Role.COORDINATOR)
    @GetMapping("/needs/{id}")
    Mono<Rendering> need(@PathVariable String id, ServerWebExchange exchange, Person person, Locale locale) {
        String done = exchange.getRequest().getQueryParams().containsKey("done")
                ? words(locale).text("need.done")
                : null;
        return found(id, person).flatMap(need -> show("need", need, person, locale, done, null));
    }

    /** Asks whether to withdraw it, for that is told to whoever raised it and to whoever has it. */
    @AllowedTo(Role.COORDINATOR)
    @GetMapping("/needs/{id}/withdraw")
    Mono<Rendering> askWithdraw(@PathVariable String id, Person person, Locale locale) {
        return found(id, person).flatMap(need -> show("need-withdraw", need, person, locale, null, null));
    }

    @AllowedTo(Role.COORDINATOR)
    @PostMapping("/needs/{id}/{act}")
    Mono<Rendering> act(
            @PathVariable String id,
            @PathVariable String act,
            ServerWebExchange exchange,
            Person person,
            Locale locale) {
        NeedAct wanted = act(act);
        return exchange.getFormData()
                .flatMap(form -> acts.act(person, id(id), wanted, form.getFirst("to"), form.getFirst("seen")))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(came -> came.problem() == null
                        ? Mono.just(Rendering.redirectTo("/needs/{id}?done")
                                .modelAttribute("id", came.need().id())
                                .build())
                        : notDone(came.problem(), came.need(), person, locale));
    }

    private Mono<Rendering> notDone(NeedActs.Problem problem, StoredNeed need, Person person, Locale locale) {
        return needs.people().flatMap(people -> {
            Words words = words(locale);
            String stands = new NeedWords(words, people).stands(need.state());
            return show("need", need, person, locale, null, words.text("need.problem." + problem, stands));
        });
    }

    private Mono<Rendering> show(
            String view,
            StoredNeed need,
            Person person,
            Locale locale,
            @Nullable String done,
            @Nullable String problem) {
        return trail.note(person.name(), AuditAct.NEEDS_READ, need.id().toString())
                .then(needs.people())
                .map(people -> PageParts.with(PageParts.page(view, problem), "done", done)
                        .modelAttribute("need", new NeedPages(people, words(locale), clock.instant()).page(need))
                        .build());
    }

    private Mono<StoredNeed> found(String id, Person person) {
        return Mono.defer(() -> needs.find(person.scope(), id(id)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** @throws ResponseStatusException when it is no id of a need */
    static UUID id(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Is answered as a need that is not there.
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static NeedAct act(String path) {
        return Arrays.stream(NeedAct.values())
                .filter(act -> act.by().contains(Party.COORDINATOR)
                        && NeedPages.path(act).equals(path))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Words words(Locale locale) {
        return new Words(messages, locale, reference.zone());
    }
}
