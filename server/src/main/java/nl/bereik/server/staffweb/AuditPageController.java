package nl.bereik.server.staffweb;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.AllowedTo;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditLog;
import nl.bereik.server.audit.AuditLog.Filter;
import nl.bereik.server.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** The page with the audit trail. Looking at it is noted too. */
@Controller
class AuditPageController {
    private final AuditLog log;
    private final AuditTrail trail;
    private final ReferenceData reference;
    private final MessageSource messages;

    AuditPageController(AuditLog log, AuditTrail trail, ReferenceData reference, MessageSource messages) {
        this.log = log;
        this.trail = trail;
        this.reference = reference;
        this.messages = messages;
    }

    /** What was chosen is told again only where it is a name, an act or a day that there is. */
    @AllowedTo(value = Role.COORDINATOR, everywhere = true)
    @GetMapping("/audit")
    Mono<Rendering> audit(ServerWebExchange exchange, Person person, Locale locale) {
        MultiValueMap<String, String> asked = exchange.getRequest().getQueryParams();
        AuditAct act = act(asked.getFirst("act"));
        LocalDate day = day(asked.getFirst("day"));
        String who = asked.getFirst("who");
        Long before = number(asked.getFirst("before"));
        Words words = new Words(messages, locale, reference.zone());
        return trail.note(person.name(), AuditAct.AUDIT_READ, "")
                .then(log.actors())
                .flatMap(actors -> {
                    String known = who != null && actors.contains(who) ? who : null;
                    Filter filter = new Filter(known, act, start(day), day == null ? null : start(day.plusDays(1)));
                    return Mono.zip(
                                    log.page(filter, before),
                                    log.lastVerification().map(Optional::of).defaultIfEmpty(Optional.empty()))
                            .map(read -> Rendering.view("audit")
                                    .modelAttribute(
                                            "rows",
                                            read.getT1().entries().stream()
                                                    .map(entry -> AuditRow.of(entry, words))
                                                    .toList())
                                    .modelAttribute("older", older(read.getT1().older(), known, act, day))
                                    .modelAttribute("newest", before == null)
                                    .modelAttribute(
                                            "verified",
                                            read.getT2()
                                                    .map(last -> words.text(
                                                            last.whole() ? "audit.whole" : "audit.broken",
                                                            words.number(last.number()),
                                                            words.day(last.at()),
                                                            words.time(last.at()),
                                                            words.number(last.number() + 1)))
                                                    .orElse(""))
                                    .modelAttribute(
                                            "whole",
                                            read.getT2()
                                                    .map(last -> last.whole())
                                                    .orElse(true))
                                    .modelAttribute("who", choices(actors, known, words))
                                    .modelAttribute("acts", acts(act, words))
                                    .modelAttribute("day", day == null ? "" : day.toString())
                                    .build());
                });
    }

    @AllowedTo(value = Role.COORDINATOR, everywhere = true)
    @PostMapping("/audit/verify")
    Mono<Rendering> verify(Person person) {
        return trail.note(person.name(), AuditAct.AUDIT_VERIFIED, "")
                .then(log.verify())
                .map(done -> Rendering.redirectTo("/audit").build());
    }

    /** One of a closed menu. */
    record Choice(String value, String label, boolean chosen) {}

    private static List<Choice> choices(List<String> actors, @Nullable String chosen, Words words) {
        return actors.stream()
                .map(who -> new Choice(who, AuditRow.who(who, words), who.equals(chosen)))
                .toList();
    }

    private static List<Choice> acts(@Nullable AuditAct chosen, Words words) {
        return Arrays.stream(AuditAct.values())
                .map(act -> new Choice(act.name(), words.text("audit.act." + act.name()), act == chosen))
                .toList();
    }

    private static String older(
            @Nullable Long number, @Nullable String who, @Nullable AuditAct act, @Nullable LocalDate day) {
        return number == null
                ? ""
                : UriComponentsBuilder.fromPath("/audit")
                        .queryParam("before", number)
                        .queryParamIfPresent("who", Optional.ofNullable(who))
                        .queryParamIfPresent("act", Optional.ofNullable(act))
                        .queryParamIfPresent("day", Optional.ofNullable(day))
                        .encode()
                        .toUriString();
    }

    private @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(reference.zone()).toInstant();
    }

    private static @Nullable AuditAct act(@Nullable String name) {
        return Arrays.stream(AuditAct.values())
                .filter(act -> act.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.length() != 10 ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Long number(@Nullable String text) {
        return text == null || !text.matches("[0-9]{1,18}") ? null : Long.valueOf(text);
    }
}
