package nl.bereik.server.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import nl.bereik.server.simulation.Violation.Promise;

/**
 * Runs a world again and again until each of its occasions for a fault has had each of its faults, alone and with up
 * to so many others; of the combinations of most faults one in so many. What is no fault is always answered by the
 * same number.
 */
final class Explorer {
    private final int maxFaults;
    private final int oneIn;
    private final Function<Choices, Simulation.Outcome> world;
    private final Set<Promise> promises;
    private final AtomicLong runs = new AtomicLong();

    /**
     * @param maxFaults how many go wrong in one run at the most
     * @param oneIn of how many combinations of that many faults one is run; 1 for all
     * @param promises of which promises the breaking is sought
     */
    Explorer(int maxFaults, int oneIn, Set<Promise> promises, Function<Choices, Simulation.Outcome> world) {
        this.maxFaults = maxFaults;
        this.oneIn = oneIn;
        this.promises = promises;
        this.world = world;
    }

    /** A fault of a kind at the how-manieth occasion of a run. */
    record Forced(int occasion, int kind) {}

    /** A run that broke a promise, and what made it. */
    record Found(List<Forced> faults, Simulation.Outcome outcome) {}

    /** Some run that broke a promise; empty when none did. Uses all processors. */
    Optional<Found> explore() {
        Forcing none = new Forcing(List.of());
        Simulation.Outcome outcome = world.apply(none);
        runs.incrementAndGet();
        if (isSought(outcome)) {
            return Optional.of(new Found(List.of(), outcome));
        }
        return more(List.of(), none).parallelStream()
                .map(this::explore)
                .flatMap(Optional::stream)
                .findAny();
    }

    /** The run with these faults and no others. */
    Simulation.Outcome run(List<Forced> faults) {
        return world.apply(new Forcing(faults));
    }

    long runs() {
        return runs.get();
    }

    private Optional<Found> explore(List<Forced> faults) {
        Forcing forcing = new Forcing(faults);
        Simulation.Outcome outcome = world.apply(forcing);
        runs.incrementAndGet();
        if (isSought(outcome)) {
            return Optional.of(new Found(faults, outcome));
        }
        return faults.size() == maxFaults
                ? Optional.empty()
                : more(faults, forcing).stream()
                        .map(this::explore)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private boolean isSought(Simulation.Outcome outcome) {
        return outcome.violation() != null
                && promises.contains(outcome.violation().promise());
    }

    /** These faults and each that can still come after them. */
    private List<List<Forced>> more(List<Forced> faults, Forcing run) {
        int from = faults.isEmpty() ? 0 : faults.get(faults.size() - 1).occasion() + 1;
        List<List<Forced>> all = new ArrayList<>();
        for (int occasion = from; occasion < run.kinds.size(); occasion++) {
            for (int kind = 1; kind <= run.kinds.get(occasion); kind++) {
                List<Forced> more = new ArrayList<>(faults);
                more.add(new Forced(occasion, kind));
                if (more.size() < 2 || more.size() < maxFaults || (occasion * 7 + from * 3 + kind) % oneIn == 0) {
                    all.add(more);
                }
            }
        }
        return all;
    }

    private static final class Forcing implements Choices {
        private final List<Forced> faults;
        private final List<Integer> kinds = new ArrayList<>();
        private int next;

        private Forcing(List<Forced> faults) {
            this.faults = faults;
        }

        @Override
        public int pick(int options) {
            return options / 2;
        }

        @Override
        public int fault(int many, int perMille) {
            int occasion = kinds.size();
            kinds.add(many);
            if (next < faults.size() && faults.get(next).occasion() == occasion) {
                return faults.get(next++).kind();
            }
            return 0;
        }
    }
}
