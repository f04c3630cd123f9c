package nl.bereik.server.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Runs a world again and again until each of its occasions for a fault has had each of its faults, alone and with up
 * to so many others. What is no fault is always answered by the same number.
 */
final class Explorer {
    private final int maxFaults;
    private final Function<Choices, Simulation.Outcome> world;
    private long runs;

    /** @param maxFaults how many go wrong in one run at the most */
    Explorer(int maxFaults, Function<Choices, Simulation.Outcome> world) {
        this.maxFaults = maxFaults;
        this.world = world;
    }

    /** A fault of a kind at the how-manieth occasion of a run. */
    record Forced(int occasion, int kind) {}

    /** A run that broke a promise, and what made it. */
    record Found(List<Forced> faults, Simulation.Outcome outcome) {}

    /** All runs that broke a promise, at most so many. */
    List<Found> explore(int atMost) {
        List<Found> found = new ArrayList<>();
        explore(List.of(), found, atMost);
        return found;
    }

    long runs() {
        return runs;
    }

    /** The run with these faults and no others. */
    Simulation.Outcome run(List<Forced> faults) {
        return world.apply(new Forcing(faults));
    }

    private void explore(List<Forced> faults, List<Found> found, int atMost) {
        if (found.size() >= atMost) {
            return;
        }
        Forcing forcing = new Forcing(faults);
        Simulation.Outcome outcome = world.apply(forcing);
        runs++;
        if (outcome.violation() != null) {
            found.add(new Found(faults, outcome));
            return;
        }
        if (faults.size() == maxFaults) {
            return;
        }
        int from = faults.isEmpty() ? 0 : faults.get(faults.size() - 1).occasion() + 1;
        for (int occasion = from; occasion < forcing.kinds.size(); occasion++) {
            for (int kind = 1; kind <= forcing.kinds.get(occasion); kind++) {
                List<Forced> more = new ArrayList<>(faults);
                more.add(new Forced(occasion, kind));
                explore(more, found, atMost);
            }
        }
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
