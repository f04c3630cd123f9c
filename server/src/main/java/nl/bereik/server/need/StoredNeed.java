package nl.bereik.server.need;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.server.period.TeamDay;
import org.jspecify.annotations.Nullable;

/**
 * A need as it is kept.
 *
 * @param id the item id under which it was raised
 * @param install the phone that sent it
 * @param team whose need it is
 * @param hash of the item that raised it
 * @param receivedAt when the server heard of it; from then the figures count in what time somebody accepted it
 * @param rev how many times it has changed
 * @param history what was done to it, oldest first, the raising itself not in it
 * @param alerts that somebody has still to be told
 * @param late who wanted to accept it and found that somebody had
 * @param rulesAt when the rules of assignment look at it next; null when they need not
 */
public record StoredNeed(
        UUID id,
        String install,
        String team,
        ContentHash hash,
        Instant receivedAt,
        FollowUpNeed need,
        NeedState state,
        long rev,
        List<Done> history,
        List<Alert> alerts,
        Set<String> late,
        @Nullable Instant rulesAt) {

    /**
     * Something that was done.
     *
     * @param opId the item, or a random id of the server, under which it was done
     */
    public record Done(UUID opId, NeedEvent event) {}

    public StoredNeed {
        history = List.copyOf(history);
        alerts = List.copyOf(alerts);
        late = Set.copyOf(late);
    }

    /** As it is raised; the rules look at it at once. */
    public static StoredNeed raised(
            UUID id,
            String install,
            String team,
            ContentHash hash,
            Instant receivedAt,
            FollowUpNeed need,
            String raiser) {
        return new StoredNeed(
                id,
                install,
                team,
                hash,
                receivedAt,
                need,
                NeedState.raisedBy(raiser),
                0,
                List.of(),
                List.of(),
                Set.of(),
                receivedAt);
    }

    /** The same need, moved. */
    StoredNeed with(NeedMove move) {
        return new StoredNeed(
                id,
                install,
                team,
                hash,
                receivedAt,
                need,
                move.state(),
                rev + 1,
                Stream.concat(history.stream(), Stream.of(move.done())).toList(),
                move.alerts(),
                late,
                move.rulesAt());
    }

    /** The same need, which somebody wanted to accept too late. */
    StoredNeed withLate(String account) {
        Set<String> all = new TreeSet<>(late);
        all.add(account);
        return new StoredNeed(id, install, team, hash, receivedAt, need, state, rev, history, alerts, all, rulesAt);
    }

    /** The same need with other alerts. */
    StoredNeed with(List<Alert> changed) {
        return new StoredNeed(
                id, install, team, hash, receivedAt, need, state, rev + 1, history, changed, late, rulesAt);
    }

    /** The day under which it counts. */
    public TeamDay teamDay() {
        return new TeamDay(team, need.on());
    }

    /** When this was done first; empty when it never was. */
    public Optional<Instant> first(NeedAct act) {
        return history.stream()
                .map(Done::event)
                .filter(event -> event.what().equals(act.name()))
                .map(NeedEvent::at)
                .findFirst();
    }

    /** What was done under this id; empty when nothing was. */
    public Optional<Done> done(UUID opId) {
        return history.stream().filter(done -> done.opId().equals(opId)).findFirst();
    }

    /** When it came to where it stands; when it was raised if nothing has moved it. */
    public Instant changedAt() {
        return history.isEmpty()
                ? receivedAt
                : history.get(history.size() - 1).event().at();
    }

    /**
     * Since when somebody has to accept it: since an act took it from whoever had accepted it, or opened it again, or
     * since it was raised; being asked of one after the other changes nothing. Empty when nobody has to.
     */
    public Optional<Instant> waitsSince() {
        Instant since = receivedAt;
        boolean waits = true;
        for (Done done : history) {
            NeedStatus to = leadsTo(done.event());
            if (to != null) {
                since = waits ? since : done.event().at();
                waits = to.waitsForSomebody();
            }
        }
        return state.status().waitsForSomebody() ? Optional.of(since) : Optional.empty();
    }

    /** Null when the need stayed where it was. */
    private static @Nullable NeedStatus leadsTo(NeedEvent event) {
        for (NeedAct act : NeedAct.values()) {
            if (act.name().equals(event.what())) {
                return act.to();
            }
        }
        return null;
    }

    /** Until when somebody must accept it; empty when that does not matter, or not any more. */
    public Optional<Instant> acceptBy() {
        return waitsSince().flatMap(since -> need.urgency().acceptWithin().map(since::plus));
    }
}
