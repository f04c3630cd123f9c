package nl.bereik.mobile.kept;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.outbox.OutboxItem;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.trajectory.Trajectory;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStepCodec;

/**
 * What the phone remembers of items that have left it: the steps of trajectories, and counts of this month and the last
 * one. It is read only, and changes nothing of what is sent. Thread-safe.
 */
public final class Kept {
    /** From the last step of a trajectory that has ended; what the server keeps unless told otherwise. */
    static final Period AGE = Period.ofMonths(24);

    private final Map<UUID, JsonObject> steps = new LinkedHashMap<>();
    private final Map<YearMonth, MonthCounts> months = new TreeMap<>();

    /** The steps of trajectories that were told on this phone and not taken back, the earliest told first. */
    public synchronized List<Trajectory.Told> steps(List<OutboxItem> items) {
        List<Trajectory.Told> told = new ArrayList<>();
        allSteps(items, items).forEach((opId, body) -> {
            if (TrajectoryStepCodec.decode(body) instanceof Decoded.Whole<TrajectoryStep> step) {
                told.add(new Trajectory.Told(opId, step.value()));
            }
        });
        return told;
    }

    /** The items that are taken back by others on the phone, unless the server refused that. */
    public static Set<UUID> takenBack(List<OutboxItem> items) {
        return OwnCounts.takenBack(items);
    }

    /** What was done in a month, by the items on the phone and those that have left. */
    public synchronized MonthCounts month(YearMonth month, List<OutboxItem> items) {
        return months.getOrDefault(month, MonthCounts.ZERO)
                .plus(OwnCounts.of(items, items).getOrDefault(month, MonthCounts.ZERO));
    }

    /** Changes the state as an entry says; for the journal's own use. */
    public synchronized void apply(Entry entry) {
        if (entry instanceof Entry.StepKept kept) {
            steps.put(kept.opId(), kept.body());
        } else if (entry instanceof Entry.MonthKept kept) {
            months.put(YearMonth.parse(kept.month()), MonthCounts.fromJson(kept.counts()));
        }
    }

    /**
     * The entries that make this again, with what the items that leave amount to.
     *
     * @param leaving the items that are on the phone for the last time
     * @param all these and those that stay
     */
    public synchronized List<Entry> compacted(List<OutboxItem> leaving, List<OutboxItem> all, LocalDate today) {
        List<Entry> entries = new ArrayList<>();
        Set<UUID> over = over(all, today);
        allSteps(leaving, all).forEach((opId, body) -> {
            if (!over.contains(opId)) {
                entries.add(new Entry.StepKept(opId, body));
            }
        });
        Map<YearMonth, MonthCounts> counts = new TreeMap<>(months);
        OwnCounts.of(leaving, all).forEach((month, more) -> counts.merge(month, more, MonthCounts::plus));
        YearMonth oldest = YearMonth.from(today).minusMonths(1);
        counts.forEach((month, count) -> {
            if (!month.isBefore(oldest)) {
                entries.add(new Entry.MonthKept(month.toString(), count.toJson()));
            }
        });
        return entries;
    }

    /** The steps of trajectories that have ended and of which nothing was told for so long that they go. */
    private Set<UUID> over(List<OutboxItem> all, LocalDate today) {
        Map<UUID, List<Trajectory.Told>> told = new LinkedHashMap<>();
        steps(all).forEach(step -> told.computeIfAbsent(step.step().trajectory(), id -> new ArrayList<>())
                .add(step));
        LocalDate before = today.minus(AGE);
        return told.values().stream()
                .filter(steps ->
                        steps.stream().allMatch(step -> step.step().on().isBefore(before))
                                && Trajectory.fold(steps)
                                        .filter(trajectory -> !trajectory.isRunning())
                                        .isPresent())
                .flatMap(List::stream)
                .map(Trajectory.Told::opId)
                .collect(Collectors.toSet());
    }

    private Map<UUID, JsonObject> allSteps(List<OutboxItem> items, List<OutboxItem> all) {
        Map<UUID, JsonObject> told = new LinkedHashMap<>(steps);
        for (OutboxItem item : items) {
            if (item.isKind(TrajectoryStepCodec.KIND)) {
                told.put(item.opId(), item.body());
            }
        }
        Set<UUID> takenBack = OwnCounts.takenBack(all);
        told.keySet().removeAll(takenBack);
        return told;
    }
}
