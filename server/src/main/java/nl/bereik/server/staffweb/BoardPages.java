package nl.bereik.server.staffweb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.need.StoredNeed;
import nl.bereik.server.staffweb.BoardPage.Choice;
import nl.bereik.server.staffweb.BoardPage.Column;
import nl.bereik.server.staffweb.BoardPage.Menus;
import org.jspecify.annotations.Nullable;

/** Lays the needs out as a board. Plain: all it needs is passed in. */
final class BoardPages {
    /** The columns in their order. */
    private enum Pile {
        OPEN(NeedStatus.OPEN),
        ASKED(NeedStatus.ASSIGNED),
        TAKEN(NeedStatus.ACCEPTED),
        AT_WORK(NeedStatus.IN_PROGRESS),
        WAITING(NeedStatus.DECLINED, NeedStatus.NOT_REACHED),
        CLOSED(NeedStatus.DONE, NeedStatus.WITHDRAWN);

        private final Set<NeedStatus> statuses;

        Pile(NeedStatus... statuses) {
            this.statuses = Set.of(statuses);
        }
    }

    private static final Comparator<StoredNeed> LAST_CHANGED_FIRST =
            Comparator.comparing(StoredNeed::changedAt).reversed().thenComparing(StoredNeed::id);

    private final NeedsNow needs;
    private final ReferenceData reference;
    private final Words words;
    private final NeedWords told;
    private final List<NeedPeople.CaseManager> people;
    private final Map<String, List<NeedCard.Choice>> ofTeam = new HashMap<>();

    BoardPages(NeedsNow needs, ReferenceData reference, Words words) {
        this.needs = needs;
        this.reference = reference;
        this.words = words;
        this.told = new NeedWords(words, needs.people());
        this.people = needs.people().caseManagers(needs.teams());
    }

    /** Overdue first, then the more urgent, then the older. */
    static Comparator<StoredNeed> mostPressingFirst(Instant now) {
        return Comparator.<StoredNeed, Boolean>comparing(need -> !NeedFilter.isOverdue(need, now))
                .thenComparing(need -> need.need().urgency())
                .thenComparing(StoredNeed::receivedAt)
                .thenComparing(StoredNeed::id);
    }

    /** Everybody who can be asked for: who can take needs, and who has some. */
    static Set<String> holders(NeedsNow needs) {
        Set<String> holders = new HashSet<>();
        needs.people().caseManagers(needs.teams()).forEach(person -> holders.add(person.account()));
        Stream.concat(needs.open().stream(), needs.closed().stream())
                .map(need -> need.state().assignee())
                .flatMap(Stream::ofNullable)
                .forEach(holders::add);
        return holders;
    }

    BoardPage page(NeedFilter filter) {
        Instant now = needs.now();
        List<StoredNeed> fitting = Stream.concat(needs.open().stream(), needs.closed().stream())
                .filter(need -> filter.fits(need, now))
                .toList();
        List<Column> columns = new ArrayList<>();
        for (Pile pile : Pile.values()) {
            columns.add(column(pile, fitting));
        }
        boolean none = needs.open().isEmpty() && needs.closed().isEmpty();
        return new BoardPage(
                words.text("figures.asOf", words.time(now)),
                summary(columns, fitting),
                none,
                !none && fitting.isEmpty(),
                filter.query(),
                filter.isSet(),
                next(fitting).orElse(null),
                menus(filter),
                columns,
                choices(needs.teams()));
    }

    private Column column(Pile pile, List<StoredNeed> fitting) {
        List<NeedCard> cards = fitting.stream()
                .filter(need -> pile.statuses.contains(need.state().status()))
                .sorted(pile == Pile.CLOSED ? LAST_CHANGED_FIRST : mostPressingFirst(needs.now()))
                .map(this::card)
                .toList();
        return new Column(pile.name(), words.text("needs.pile." + pile.name()), words.number(cards.size()), cards);
    }

    private NeedCard card(StoredNeed need) {
        List<NeedCard.Choice> able = ofTeam.computeIfAbsent(need.team(), team -> choices(List.of(team)));
        return NeedCard.of(need, needs.now(), needs.teams().size() > 1, able, words, told);
    }

    private List<NeedCard.Choice> choices(List<String> teams) {
        return needs.people().caseManagers(teams).stream()
                .map(person -> new NeedCard.Choice(person.account(), told.choice(person)))
                .toList();
    }

    private String summary(List<Column> columns, List<StoredNeed> fitting) {
        long overdue = fitting.stream()
                .filter(need -> NeedFilter.isOverdue(need, needs.now()))
                .count();
        List<String> parts = new ArrayList<>();
        parts.add(words.text("needs.overdueCount", overdue));
        columns.forEach(column -> parts.add(column.title() + " " + column.count()));
        return String.join(", ", parts);
    }

    /** One second more than until the first that somebody must accept in time. */
    private Optional<Long> next(List<StoredNeed> fitting) {
        return fitting.stream()
                .map(StoredNeed::acceptBy)
                .flatMap(Optional::stream)
                .filter(by -> !by.isBefore(needs.now()))
                .min(Comparator.naturalOrder())
                .map(by -> Duration.between(needs.now(), by).toSeconds() + 1);
    }

    private Menus menus(NeedFilter filter) {
        List<Choice> who = new ArrayList<>();
        who.add(new Choice(NeedFilter.NOBODY, words.text("needs.nobody"), NeedFilter.NOBODY.equals(filter.who())));
        people.forEach(person -> who.add(
                new Choice(person.account(), person.shownAs(), person.account().equals(filter.who()))));
        if (filter.who() != null && who.stream().noneMatch(Choice::chosen)) {
            who.add(new Choice(filter.who(), needs.people().shownAs(filter.who()), true));
        }
        return new Menus(
                needs.teams().size() > 1 ? menu(needs.teams(), filter.team(), team -> team, team -> team) : List.of(),
                menu(List.of(Topic.values()), filter.domain(), Topic::name, told::domain),
                menu(List.of(Urgency.values()), filter.urgency(), Urgency::name, told::urgency),
                menu(reference.areas(), filter.area(), area -> area, area -> area),
                who,
                filter.signals(),
                filter.overdue());
    }

    private static <T> List<Choice> menu(
            List<T> all, @Nullable T chosen, Function<T, String> value, Function<T, String> label) {
        return all.stream()
                .map(each -> new Choice(value.apply(each), label.apply(each), each.equals(chosen)))
                .toList();
    }
}
