package nl.bereik.server.staffweb;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.server.need.StoredNeed;
import org.jspecify.annotations.Nullable;

/**
 * A need as the board shows it, every text ready for the language of the page.
 *
 * @param stands how it stands, for a form to tell what was on the page; never shown
 * @param tone of the urgency's badge
 * @param language null when any will do
 * @param state where it stands, when the column does not say it or somebody has it; null otherwise
 * @param due until when somebody must accept it, or for how long that has been over; null when it does not matter
 * @param team null when there is only one
 * @param people who can be asked to take it; empty when nobody can now
 */
record NeedCard(
        String id,
        String reference,
        String stands,
        String title,
        String area,
        String urgency,
        String tone,
        @Nullable String language,
        List<String> signals,
        @Nullable String state,
        @Nullable String due,
        boolean overdue,
        String age,
        @Nullable String team,
        List<Choice> people,
        boolean unassignable) {

    /** Somebody to choose. */
    record Choice(String account, String label) {}

    /** @param people who can be asked to take needs of its team */
    static NeedCard of(
            StoredNeed need, Instant now, boolean severalTeams, List<Choice> people, Words words, NeedWords told) {
        NeedStatus status = need.state().status();
        Urgency urgency = need.need().urgency();
        boolean says = need.state().assignee() != null || status == NeedStatus.DECLINED || status.isClosed();
        return new NeedCard(
                need.id().toString(),
                NeedWords.reference(need),
                NeedActs.stands(need.state()),
                told.domain(need.need().lifeDomain()),
                need.need().area(),
                told.urgencyShort(urgency),
                urgency.name(),
                need.need().language() == null
                        ? null
                        : told.language(need.need().language()),
                told.signals(need),
                says ? told.stands(need.state()) : null,
                due(need, now, words, told),
                NeedFilter.isOverdue(need, now),
                words.text(
                        "needs.age",
                        told.span(Duration.between(need.receivedAt(), now)),
                        words.moment(need.receivedAt(), now)),
                severalTeams ? need.team() : null,
                NeedAct.ASSIGN.from().contains(status) ? people : List.of(),
                status == NeedStatus.ASSIGNED);
    }

    private static @Nullable String due(StoredNeed need, Instant now, Words words, NeedWords told) {
        return need.acceptBy()
                .map(by -> now.isAfter(by)
                        ? words.text("needs.overdue", told.span(Duration.between(by, now)))
                        : words.text("needs.due", words.moment(by, now)))
                .orElse(null);
    }
}
