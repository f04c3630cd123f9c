package nl.bereik.mobile.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import nl.bereik.mobile.need.DoneAct;
import nl.bereik.mobile.need.Needs;
import nl.bereik.mobile.need.People;
import nl.bereik.mobile.need.PhoneNeed;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.words.Texts;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedCommand;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.NeedStatus;
import org.jspecify.annotations.Nullable;

/** A need in words. */
final class NeedWords {
    private final Texts texts;
    private final People people;

    NeedWords(Texts texts, People people) {
        this.texts = texts;
        this.people = people;
    }

    /** What it is about and how soon. */
    String title(PhoneNeed need) {
        FollowUpNeed told = need.view().need();
        return texts.shortLabel(told.urgency()) + " · " + texts.label(told.lifeDomain());
    }

    /** Where, and since when if it is not of this day. */
    String where(PhoneNeed need, LocalDate today) {
        FollowUpNeed told = need.view().need();
        List<String> words = new ArrayList<>();
        told.signals().forEach(signal -> words.add(texts.label(signal)));
        words.add(told.area());
        if (told.language() != null) {
            words.add(texts.language(told.language()));
        }
        if (!told.on().equals(today)) {
            words.add(told.on().format(DateTimeFormatter.ofPattern("d MMM", texts.locale())));
        }
        return String.join(" · ", words);
    }

    /** Where it stands, and who has it. */
    String stands(PhoneNeed need) {
        if (need.raised() == ItemState.NEEDS_REPAIR) {
            return texts.get("need.notTaken", "").strip();
        }
        NeedState state = need.view().state();
        String key = (need.isMine() ? "need.standsMine." : "need.stands.") + state.status();
        String stands = texts.get(key, who(state.assignee()));
        if (need.declinedByMe() && state.status() == NeedStatus.DECLINED) {
            return texts.get("need.declinedByMe");
        }
        return need.isBesideMe() ? texts.get("need.besideMe", stands) : stands;
    }

    /** Who was brought in beside; empty when nobody was. */
    String beside(PhoneNeed need) {
        List<String> names = need.view().state().beside().stream()
                .filter(account -> !account.equals(Needs.ME))
                .map(people::nameAndOrganisation)
                .toList();
        return names.isEmpty() ? "" : texts.get("need.beside", String.join(", ", names));
    }

    /** Whom the person would like; empty when there is no wish. */
    String wish(FollowUpNeed told) {
        List<String> names = new ArrayList<>();
        if (told.person() != null) {
            names.add(people.nameAndOrganisation(told.person()));
        } else {
            people.organisation(told.partner()).ifPresent(names::add);
        }
        return names.isEmpty() ? "" : texts.get("need.wish", names.get(0));
    }

    private String who(@Nullable String account) {
        return account == null ? "" : people.nameAndOrganisation(account);
    }

    /** What was done, and to whom if it names somebody. */
    String act(NeedCommand command) {
        return command.to() == null
                ? texts.label(command.act())
                : texts.get("need.to." + command.act(), people.name(command.to()));
    }

    /** Why what was done is undone. */
    String refused(DoneAct act, @Nullable PhoneNeed need) {
        String done = act(act.command());
        String who =
                need == null || need.isMine() ? "" : who(need.view().state().assignee());
        if (act.cameTooLate() && !who.isEmpty()) {
            return texts.get("need.tooLate", done, who);
        }
        return texts.get("need.refused", done, problems(act.problems()));
    }

    String problems(List<FieldProblem> problems) {
        List<String> words = new ArrayList<>();
        problems.forEach(problem ->
                words.add(texts.get("problem." + problem.reason(), texts.field(problem.field()), problem.code())));
        return String.join(" ", words);
    }

    /** A moment: the time of day, with the date unless it is of this calendar day. */
    String moment(Instant at, ZoneId zone, Instant now) {
        ZonedDateTime local = at.atZone(zone);
        boolean today = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return local.format(DateTimeFormatter.ofPattern(today ? "HH:mm" : "d MMM HH:mm", texts.locale()));
    }
}
