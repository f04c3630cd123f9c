package nl.bereik.server.need;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedState;
import nl.bereik.protocol.need.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says who is told what was done to a need: never whoever did it, who has seen it. An alert that asks something goes no
 * more once that is asked no more.
 */
@Component
final class AlertPlan {
    private final AlertTimes times;
    private final RandomGenerator random;

    AlertPlan(AlertTimes times, RandomGenerator random) {
        this.times = times;
        this.random = random;
    }

    /** All alerts that wait once a command was done, those that waited before included unless they are void now. */
    List<Alert> after(StoredNeed before, NeedState after, NeedAct act, NeedEvent event) {
        String former = before.state().assignee();
        boolean lost = former != null && !former.equals(after.assignee());
        List<Alert> waiting = before.alerts().stream()
                .filter(alert -> !alert.to().equals(event.by()))
                .filter(alert -> alert.asks().holdsIn(after.status()))
                .filter(alert -> !(lost && asksToTake(alert, former)))
                .toList();

        Set<String> asked = new LinkedHashSet<>();
        Set<String> joining = new LinkedHashSet<>();
        Set<String> informed = new LinkedHashSet<>();
        switch (act) {
            case ASSIGN, TRANSFER -> add(asked, event.to());
            case REFER -> add(joining, event.to());
            case ACCEPT, FINISH, MISS, WITHDRAW -> add(informed, raiser(after));
            case UNASSIGN, START, DECLINE, REOPEN -> {}
        }
        if (lost && before.alerts().stream().noneMatch(alert -> asksToTake(alert, former) && isHeld(alert, event))) {
            add(informed, former);
        }
        asked.remove(event.by());
        joining.remove(event.by());
        informed.remove(event.by());
        informed.removeAll(asked);
        List<Alert> all = new ArrayList<>(waiting);
        all.addAll(alerts(asked, before, event.at(), Alert.Asks.TO_TAKE));
        all.addAll(alerts(joining, before, event.at(), Alert.Asks.TO_JOIN));
        all.addAll(alerts(informed, before, event.at(), Alert.Asks.NOTHING));
        return all;
    }

    /** All alerts that wait once the coordinators were told. */
    List<Alert> escalated(StoredNeed need, Collection<String> coordinators, Instant at) {
        List<Alert> all = new ArrayList<>(need.alerts());
        all.addAll(alerts(coordinators, need, at, Alert.Asks.TO_TAKE));
        return all;
    }

    private List<Alert> alerts(Collection<String> people, StoredNeed need, Instant at, Alert.Asks asks) {
        Urgency urgency = need.need().urgency();
        boolean urgent = asks != Alert.Asks.NOTHING && (urgency == Urgency.NOW || urgency == Urgency.TODAY);
        return people.stream()
                .map(person -> Alert.fresh(
                        new UUID(random.nextLong(), random.nextLong()), person, asks, urgent, times.dueAt(urgency, at)))
                .toList();
    }

    private static boolean asksToTake(Alert alert, @Nullable String person) {
        return alert.asks() == Alert.Asks.TO_TAKE && alert.to().equals(person);
    }

    /** Whether it was never sent, not even in vain. */
    private static boolean isHeld(Alert alert, NeedEvent event) {
        return alert.tries() == 0 && !alert.isDue(event.at());
    }

    private static @Nullable String raiser(NeedState need) {
        return Holder.isPhone(need.raiser()) ? null : need.raiser();
    }

    private static void add(Set<String> people, @Nullable String person) {
        if (Objects.nonNull(person)) {
            people.add(person);
        }
    }
}
