package nl.bereik.mobile.inbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.bereik.mobile.need.People;
import nl.bereik.mobile.need.PhoneNeed;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.AssignedWhy;
import nl.bereik.protocol.need.DeclineReason;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedEvent;
import org.jspecify.annotations.Nullable;

/** What was done to a need, in words; what a newer version wrote as well as can be. */
final class TimelineWords {
    /** As the server names a phone that nobody is known to carry. */
    private static final String PHONE = "phone:";

    private final Texts texts;
    private final People people;
    private final Set<String> me;

    TimelineWords(Texts texts, People people, PhoneNeed need) {
        this.texts = texts;
        this.people = people;
        this.me = people.me(need);
    }

    /** One line. */
    String line(NeedEvent event) {
        String by = by(event.by());
        String to = to(event.to());
        String line = known(event.what())
                ? texts.get("need.event." + event.what(), by, to)
                : texts.get(to.isEmpty() ? "need.event" : "need.event.to", by, event.what(), to);
        String why = event.why() == null ? "" : why(event.why());
        return why.isEmpty() ? line : texts.get("need.event.why", line, why);
    }

    private String by(String account) {
        if (account.isEmpty()) {
            return texts.get("need.byRules");
        }
        if (me.contains(account)) {
            return texts.get("need.byMe");
        }
        return account.startsWith(PHONE) ? texts.get("need.byPhone") : people.name(account);
    }

    private String to(@Nullable String account) {
        if (account == null) {
            return "";
        }
        return me.contains(account) ? texts.get("need.toMe") : people.nameAndOrganisation(account);
    }

    private static boolean known(String what) {
        return what.equals(NeedEvent.RAISED)
                || what.equals(NeedEvent.ESCALATED)
                || code(NeedAct.values(), what).isPresent();
    }

    private String why(String told) {
        Optional<DeclineReason> reason = code(DeclineReason.values(), told);
        if (reason.isPresent()) {
            return texts.label(reason.get());
        }
        return AssignedWhy.parse(told).map(this::why).orElse(told);
    }

    private String why(AssignedWhy why) {
        List<String> words = new ArrayList<>();
        if (why.step() != AssignedWhy.Step.RULE) {
            words.add(texts.label(why.step()));
        }
        why.factors().forEach((factor, value) -> words.add(factor(factor, value)));
        return String.join(", ", words);
    }

    private String factor(String factor, String value) {
        return switch (factor) {
            case AssignedWhy.DOMAIN -> told(factor, label(Topic.values(), value));
            case AssignedWhy.SIGNAL -> told(factor, label(Signal.values(), value));
            case AssignedWhy.LANGUAGE -> told(factor, texts.language(value));
            case AssignedWhy.PARTNER -> told(factor, people.organisation(value).orElse(value));
            case AssignedWhy.PERSON -> told(factor, people.name(value));
            case AssignedWhy.AREA -> told(factor, value);
            case AssignedWhy.CASELOAD -> caseload(value);
            default -> (factor + " " + value).strip();
        };
    }

    private String told(String factor, String value) {
        return texts.get("need.why." + factor, value);
    }

    private String caseload(String value) {
        String[] parts = value.split("/", -1);
        return parts.length == 2
                ? texts.get("need.why.caseload", parts[0], parts[1])
                : (AssignedWhy.CASELOAD + " " + value).strip();
    }

    private <E extends Enum<E>> String label(E[] codes, String name) {
        return code(codes, name).map(texts::label).orElse(name);
    }

    private static <E extends Enum<E>> Optional<E> code(E[] codes, String name) {
        return Arrays.stream(codes).filter(code -> code.name().equals(name)).findFirst();
    }
}
