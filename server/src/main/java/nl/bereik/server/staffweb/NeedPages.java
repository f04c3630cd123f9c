package nl.bereik.server.staffweb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.Party;
import nl.bereik.server.need.StoredNeed;
import nl.bereik.server.staffweb.NeedPage.Act;
import nl.bereik.server.staffweb.NeedPage.Field;
import nl.bereik.server.staffweb.NeedPage.Line;
import org.jspecify.annotations.Nullable;

/** Lays one need out. Plain: all it needs is passed in. */
final class NeedPages {
    private final NeedPeople people;
    private final Words words;
    private final NeedWords told;
    private final Instant now;

    NeedPages(NeedPeople people, Words words, Instant now) {
        this.people = people;
        this.words = words;
        this.told = new NeedWords(words, people);
        this.now = now;
    }

    NeedPage page(StoredNeed need) {
        FollowUpNeed raised = need.need();
        return new NeedPage(
                need.id().toString(),
                NeedWords.reference(need),
                NeedActs.stands(need.state()),
                told.domain(raised.lifeDomain()) + ", " + raised.area(),
                raised.urgency().name(),
                told.urgency(raised.urgency()),
                told.stands(need.state()),
                due(need),
                NeedFilter.isOverdue(need, now),
                fields(need),
                told.signals(need),
                timeline(need),
                acts(need));
    }

    private @Nullable String due(StoredNeed need) {
        return need.acceptBy()
                .map(by -> now.isAfter(by)
                        ? words.text("need.overdue", told.span(Duration.between(by, now)), words.moment(by, now))
                        : words.text("needs.due", words.moment(by, now)))
                .orElse(null);
    }

    private List<Field> fields(StoredNeed need) {
        FollowUpNeed raised = need.need();
        List<Field> fields = new ArrayList<>();
        fields.add(field("need.field.team", need.team()));
        fields.add(field("need.field.on", words.day(raised.on())));
        fields.add(field("need.field.language", told.language(raised.language())));
        fields.add(field("need.field.consent", words.text(raised.consent() ? "need.consent" : "need.consent.none")));
        if (raised.partner() != null) {
            fields.add(field("need.field.partner", people.organisation(raised.partner())));
        }
        if (raised.person() != null) {
            fields.add(field("need.field.person", told.person(raised.person())));
        }
        if (!need.state().beside().isEmpty()) {
            fields.add(field(
                    "need.field.beside",
                    String.join(
                            ", ",
                            need.state().beside().stream().map(told::person).toList())));
        }
        return fields;
    }

    private Field field(String key, String value) {
        return new Field(words.text(key), value);
    }

    private List<Line> timeline(StoredNeed need) {
        NeedEvent raised = new NeedEvent(NeedEvent.RAISED, need.state().raiser(), need.receivedAt(), null, null);
        return Stream.concat(Stream.of(raised), need.history().stream().map(StoredNeed.Done::event))
                .map(event -> new Line(words.moment(event.at(), now), told.event(event), told.why(event)))
                .toList();
    }

    private List<Act> acts(StoredNeed need) {
        List<NeedCard.Choice> others = people.caseManagers(List.of(need.team())).stream()
                .filter(person -> !person.account().equals(need.state().assignee()))
                .map(person -> new NeedCard.Choice(person.account(), told.choice(person)))
                .toList();
        List<Act> acts = new ArrayList<>();
        for (NeedAct act : NeedAct.values()) {
            boolean now = act.from().contains(need.state().status());
            if (now && act.by().contains(Party.COORDINATOR) && !(act.namesSomebody() && others.isEmpty())) {
                acts.add(new Act(
                        path(act),
                        words.text("NeedAct." + act),
                        words.text("need.act." + act),
                        act.namesSomebody() ? others : List.of(),
                        act == NeedAct.WITHDRAW));
            }
        }
        return acts;
    }

    /** The part of the address by which an act is asked for. */
    static String path(NeedAct act) {
        return act.name().toLowerCase(Locale.ROOT);
    }
}
