package nl.bereik.server.simulation;

import java.util.List;
import java.util.Objects;

/** What to read, and to type, when a promise was broken. */
final class Report {
    private static final int TAIL = 60;

    private Report() {}

    static String of(long seed, Simulation.Outcome outcome) {
        return text("seed " + seed, outcome)
                + "\nreplay: mvn -pl server -am -Dtest=SimulationTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dbereik.simulation.seed=" + seed + " test";
    }

    static String of(Explorer.Found found) {
        return text("small model, " + found.faults(), found.outcome());
    }

    private static String text(String which, Simulation.Outcome outcome) {
        List<String> trace = outcome.trace();
        return which + ": " + Objects.requireNonNull(outcome.violation()).getMessage() + "\n"
                + String.join("\n", trace.subList(Math.max(0, trace.size() - TAIL), trace.size()));
    }
}
