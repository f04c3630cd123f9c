package nl.bereik.server.staffweb;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.need.StoredNeed;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which needs are asked for, as it stands in the address; null and false for all.
 *
 * @param who the account of whoever has it, or {@value #NOBODY}
 * @param signals only those raised by a signal
 * @param overdue only those that nobody accepted in time
 */
record NeedFilter(
        @Nullable String team,
        @Nullable Topic domain,
        @Nullable Urgency urgency,
        @Nullable String area,
        @Nullable String who,
        boolean signals,
        boolean overdue) {
    /** No account is called so. */
    static final String NOBODY = "-";

    /** What is no choice that there is, is as if it were not there. */
    static NeedFilter read(
            MultiValueMap<String, String> asked, Set<String> teams, ReferenceData reference, Set<String> people) {
        return new NeedFilter(
                known(asked.getFirst("team"), teams),
                code(asked.getFirst("domain"), Topic.values()),
                code(asked.getFirst("urgency"), Urgency.values()),
                known(asked.getFirst("area"), reference.areas()),
                NOBODY.equals(asked.getFirst("who")) ? NOBODY : known(asked.getFirst("who"), people),
                asked.containsKey("signals"),
                asked.containsKey("overdue"));
    }

    boolean isSet() {
        return team != null || domain != null || urgency != null || area != null || who != null || signals || overdue;
    }

    boolean fits(StoredNeed need, Instant now) {
        String assignee = need.state().assignee();
        return (team == null || team.equals(need.team()))
                && (domain == null || domain == need.need().lifeDomain())
                && (urgency == null || urgency == need.need().urgency())
                && (area == null || area.equals(need.need().area()))
                && (who == null || (who.equals(NOBODY) ? assignee == null : who.equals(assignee)))
                && (!signals || !need.need().signals().isEmpty())
                && (!overdue || isOverdue(need, now));
    }

    /** Whether nobody has accepted it, and somebody should have by now. */
    static boolean isOverdue(StoredNeed need, Instant now) {
        return need.acceptBy().map(now::isAfter).orElse(false);
    }

    /** As {@link #read} reads it: empty, or a question mark and what is asked for. */
    String query() {
        return UriComponentsBuilder.newInstance()
                .queryParamIfPresent("team", Optional.ofNullable(team))
                .queryParamIfPresent("domain", Optional.ofNullable(domain))
                .queryParamIfPresent("urgency", Optional.ofNullable(urgency))
                .queryParamIfPresent("area", Optional.ofNullable(area))
                .queryParamIfPresent("who", Optional.ofNullable(who))
                .queryParamIfPresent("signals", signals ? Optional.of("on") : Optional.empty())
                .queryParamIfPresent("overdue", overdue ? Optional.of("on") : Optional.empty())
                .encode()
                .toUriString();
    }

    private static @Nullable String known(@Nullable String text, Collection<String> all) {
        return text != null && all.contains(text) ? text : null;
    }

    private static <E extends Enum<E>> @Nullable E code(@Nullable String name, E[] all) {
        return Arrays.stream(all)
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
