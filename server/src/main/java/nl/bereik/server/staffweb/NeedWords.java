package nl.bereik.server.staffweb;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.AssignedWhy;
import nl.bereik.protocol.need.DeclineReason;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reach.ReachTable;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.need.StoredNeed;
import nl.bereik.server.staffweb.NeedPeople.CaseManager;
import org.jspecify.annotations.Nullable;

/** Tells of needs in the words of one language, the same as on phones. */
final class NeedWords {
    private static final int SHORT = 8;

    private final Words words;
    private final NeedPeople people;

    NeedWords(Words words, NeedPeople people) {
        this.words = words;
        this.people = people;
    }

    /** By which people name a need to each other. */
    static String reference(StoredNeed need) {
        return reference(need.id());
    }

    /** As {@link #reference(StoredNeed)}, by its id. */
    static String reference(UUID need) {
        return need.toString().substring(0, SHORT);
    }

    String domain(Topic domain) {
        return words.label(ReachTable.TOPICS, domain.name());
    }

    String urgency(Urgency urgency) {
        return words.text("Urgency." + urgency.name());
    }

    String urgencyShort(Urgency urgency) {
        return words.text("Urgency." + urgency.name() + ".short");
    }

    /** Any when it is null. */
    String language(@Nullable String code) {
        return code == null ? words.text("needForm.language.any") : words.label(ReachTable.LANGUAGES, code);
    }

    List<String> signals(StoredNeed need) {
        return need.need().signals().stream()
                .map(signal -> words.label(ReachTable.SIGNALS, signal.name()))
                .toList();
    }

    /** Where it stands, in one sentence that names who has it. */
    String stands(NeedState state) {
        return words.text(
                "need.stands." + state.status().name(), state.assignee() == null ? "" : person(state.assignee()));
    }

    /** The name and, in brackets, the organisation. */
    String person(String account) {
        String organisation = people.organisationOf(account);
        String name = name(account);
        return organisation.isEmpty() ? name : name + " (" + organisation + ")";
    }

    private String name(String account) {
        if (account.isEmpty()) {
            return words.text("need.byRules");
        }
        return account.startsWith(AuditTrail.phone("")) ? AuditRow.who(account, words) : people.shownAs(account);
    }

    /** How full somebody's hands are: "2 of 4", or just how many when nobody has said how many fit. */
    String caseload(CaseManager person) {
        return person.profile() == null
                ? words.text("need.caseload.unknown", words.number(person.inHand()))
                : words.text(
                        "need.caseload",
                        words.number(person.inHand()),
                        words.number(person.profile().caseload()));
    }

    /** One of a menu of people to choose from: name, organisation, caseload, and what speaks against. */
    String choice(CaseManager person) {
        StringBuilder text = new StringBuilder(person(person.account()));
        text.append(", ").append(caseload(person));
        if (person.awayUntil() != null) {
            text.append(", ").append(words.text("need.away", words.shortDay(person.awayUntil())));
        } else if (!person.onDuty()) {
            text.append(", ").append(words.text("need.offDuty"));
        }
        return text.toString();
    }

    /** As {@link Words#span}. */
    String span(Duration time) {
        return words.span(time);
    }

    /** What was done, by whom and to whom. */
    String event(NeedEvent event) {
        return words.textOr(
                "need.event." + event.what(),
                event.what(),
                name(event.by()),
                event.to() == null ? "" : person(event.to()));
    }

    /** Why; null when there is no reason, or none that this version knows. */
    @Nullable String why(NeedEvent event) {
        String text = event.why();
        if (text == null) {
            return null;
        }
        for (DeclineReason reason : DeclineReason.values()) {
            if (reason.name().equals(text)) {
                return words.text("need.declined." + text);
            }
        }
        return AssignedWhy.parse(text).map(why -> why(event, why)).orElse(null);
    }

    private String why(NeedEvent event, AssignedWhy why) {
        StringBuilder text =
                new StringBuilder(words.text("AssignedWhy." + why.step().name()));
        String between = ": ";
        for (Map.Entry<String, String> factor : why.factors().entrySet()) {
            text.append(between).append(factor(factor.getKey(), factor.getValue()));
            between = ", ";
        }
        return text.toString();
    }

    private String factor(String name, String value) {
        String told =
                switch (name) {
                    case AssignedWhy.DOMAIN -> words.label(ReachTable.TOPICS, value);
                    case AssignedWhy.SIGNAL -> words.label(ReachTable.SIGNALS, value);
                    case AssignedWhy.LANGUAGE -> words.label(ReachTable.LANGUAGES, value);
                    case AssignedWhy.PARTNER -> people.organisation(value);
                    case AssignedWhy.PERSON -> people.shownAs(value);
                    case AssignedWhy.CASELOAD -> value.replace("/", " " + words.text("need.caseload.of") + " ");
                    default -> value;
                };
        return words.textOr("AssignedWhy." + name, name + " " + told, told);
    }
}
