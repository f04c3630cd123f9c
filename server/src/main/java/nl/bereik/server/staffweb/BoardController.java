package nl.bereik.server.staffweb;

import static nl.bereik.server.staffweb.SignInController.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.need.NeedBell;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The board with the needs of a coordinator's teams, the bell that rings when they change, and giving them to somebody.
 */
@Controller
class BoardController {
    private final NeedReader needs;
    private final NeedActs acts;
    private final NeedBell bell;
    private final LiveChanges changes;
    private final ReferenceData reference;
    private final MessageSource messages;
    private final AuditTrail trail;

    BoardController(
            NeedReader needs,
            NeedActs acts,
            NeedBell bell,
            LiveChanges changes,
            ReferenceData reference,
            MessageSource messages,
            AuditTrail trail) {
        this.needs = needs;
        this.acts = acts;
        this.bell = bell;
        this.changes = changes;
        this.reference = reference;
        this.messages = messages;
        this.trail = trail;
    }

    @AllowedTo(Role.COORDINATOR)
    @GetMapping(path = "/needs", produces = MediaType.TEXT_HTML_VALUE)
    Mono<Rendering> board(
            @RequestHeader(name = FiguresPageController.PART_ONLY, required = false) @Nullable String part,
            ServerWebExchange exchange,
            Person person,
            Locale locale) {
        String done = exchange.getRequest().getQueryParams().getFirst("done");
        List<String> notices = done != null && done.matches("[0-9]{1,4}")
                ? List.of(words(locale).text("needs.done", Integer.parseInt(done)))
                : List.of();
        return trail.note(person.name(), AuditAct.NEEDS_READ, "")
                .then(show(part == null ? "needs" : "needs :: board", exchange, person, locale, notices, List.of()));
    }

    @AllowedTo(Role.COORDINATOR)
    @GetMapping(path = "/needs/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ResponseBody
    Flux<ServerSentEvent<String>> changes(Person person) {
        return changes.events(bell.rings().filter(person.scope()::covers));
    }

    /**
     * Gives needs to somebody: the one whose card has the button pressed, to whom that card says; or all that are
     * ticked, to whom the bar says. Or takes one back. One with which that cannot be done, for instance since it is not
     * there any more, is named with the reason and keeps none of the others.
     */
    @AllowedTo(Role.COORDINATOR)
    @PostMapping("/needs/assign")
    Mono<Rendering> assign(ServerWebExchange exchange, Person person, Locale locale) {
        return exchange.getFormData().flatMap(form -> {
            List<Asked> asked = asked(form);
            if (asked.isEmpty()) {
                return problems(
                        exchange, person, locale, 0, List.of(words(locale).text("needs.problem.NONE_TICKED")));
            }
            return Flux.fromIterable(asked)
                    .concatMap(one -> acts.act(person, one.need(), one.act(), one.to(), one.seen())
                            .map(came -> new Answer(one.need(), came))
                            .defaultIfEmpty(new Answer(one.need(), null)))
                    .collectList()
                    .flatMap(came -> cameOf(came, exchange, person, locale));
        });
    }

    private Mono<Rendering> cameOf(List<Answer> answers, ServerWebExchange exchange, Person person, Locale locale) {
        List<Answer> not = answers.stream().filter(answer -> !answer.isDone()).toList();
        int done = answers.size() - not.size();
        if (not.isEmpty()) {
            return filter(exchange, person).map(filter -> {
                String query = filter.query();
                return Rendering.redirectTo("/needs" + query + (query.isEmpty() ? "?" : "&") + "done=" + done)
                        .build();
            });
        }
        return needs.people().flatMap(people -> {
            Words words = words(locale);
            NeedWords told = new NeedWords(words, people);
            return problems(exchange, person, locale, done, problems(not, words, told));
        });
    }

    /** What is the same for all is said once. */
    private static List<String> problems(List<Answer> not, Words words, NeedWords told) {
        return not.stream()
                .map(answer -> {
                    NeedActs.Came came = answer.came();
                    String reference = NeedWords.reference(answer.need());
                    return came == null
                            ? words.text("needs.problem.GONE", reference)
                            : words.text(
                                    "needs.problem." + came.problem(),
                                    reference,
                                    told.stands(came.need().state()));
                })
                .distinct()
                .toList();
    }

    private Mono<Rendering> problems(
            ServerWebExchange exchange, Person person, Locale locale, int done, List<String> problems) {
        List<String> notices = done == 0 ? List.of() : List.of(words(locale).text("needs.done", done));
        return trail.note(person.name(), AuditAct.NEEDS_READ, "")
                .then(show("needs", exchange, person, locale, notices, problems));
    }

    private Mono<Rendering> show(
            String view,
            ServerWebExchange exchange,
            Person person,
            Locale locale,
            List<String> notices,
            List<String> problems) {
        return needs.now(person.scope()).map(now -> {
            NeedFilter filter = filter(exchange, now);
            var page = Rendering.view(view)
                    .modelAttribute("page", new BoardPages(now, reference, words(locale)).page(filter))
                    .modelAttribute("here", "/needs" + filter.query())
                    .modelAttribute("notices", notices)
                    .modelAttribute("problems", problems);
            return problems.isEmpty()
                    ? page.build()
                    : page.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        });
    }

    private Mono<NeedFilter> filter(ServerWebExchange exchange, Person person) {
        return needs.now(person.scope()).map(now -> filter(exchange, now));
    }

    private NeedFilter filter(ServerWebExchange exchange, NeedsNow now) {
        return NeedFilter.read(
                exchange.getRequest().getQueryParams(), new HashSet<>(now.teams()), reference, BoardPages.holders(now));
    }

    /** @param seen how it stood on the page; null when the page did not say */
    private record Asked(
            UUID need,
            NeedAct act,
            @Nullable String to,
            @Nullable String seen) {}

    /** What came of it for one need. @param came null when it is not there, or not any more */
    private record Answer(UUID need, NeedActs.@Nullable Came came) {
        boolean isDone() {
            return came != null && came.problem() == null;
        }
    }

    private static List<Asked> asked(MultiValueMap<String, String> form) {
        for (NeedAct act : List.of(NeedAct.ASSIGN, NeedAct.UNASSIGN)) {
            String card = form.getFirst(act == NeedAct.ASSIGN ? "card" : "unassign");
            if (card != null) {
                return List.of(new Asked(
                        NeedController.id(card), act, form.getFirst("to." + card), form.getFirst("seen." + card)));
            }
        }
        return form.getOrDefault("need", List.of()).stream()
                .distinct()
                .map(need -> new Asked(
                        NeedController.id(need), NeedAct.ASSIGN, text(form, "to"), form.getFirst("seen." + need)))
                .toList();
    }

    private Words words(Locale locale) {
        return new Words(messages, locale, reference.zone());
    }
}
