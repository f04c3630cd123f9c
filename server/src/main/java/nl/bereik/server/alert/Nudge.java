package nl.bereik.server.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.bereik.server.need.Alert;
import nl.bereik.server.need.StoredNeed;
import nl.bereik.server.push.Push;

/** One push, for one alert that is urgent or for all of a person that are not. At least one, by id. */
record Nudge(List<Alert> alerts) {
    Nudge {
        alerts = alerts.stream().sorted(Comparator.comparing(Alert::id)).toList();
    }

    /** Those for the alerts that are due, the urgent ones first. */
    static List<Nudge> of(Collection<StoredNeed> needs, Instant now) {
        List<Nudge> nudges = new ArrayList<>();
        Map<String, List<Alert>> together = new LinkedHashMap<>();
        needs.stream()
                .flatMap(need -> need.alerts().stream())
                .filter(alert -> alert.isDue(now))
                .forEach(alert -> {
                    if (alert.urgent()) {
                        nudges.add(new Nudge(List.of(alert)));
                    } else {
                        together.computeIfAbsent(alert.to(), person -> new ArrayList<>())
                                .add(alert);
                    }
                });
        together.values().forEach(some -> nudges.add(new Nudge(some)));
        return nudges;
    }

    String to() {
        return alerts.get(0).to();
    }

    /** With an id that is the same when the same alerts are sent again. */
    Push push() {
        return new Push(alerts.get(0).id(), alerts.get(0).urgent());
    }

    /** Whether an install has all of it. */
    boolean hasReached(String install) {
        return alerts.stream().allMatch(alert -> alert.reached().contains(install));
    }
}
