package nl.bereik.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Evenings of phones, network, servers and store in which anything may go wrong. {@code bereik.simulation.seeds} says
 * how many, {@code bereik.simulation.first} from which seed, {@code bereik.simulation.seed} replays one and tells it.
 */
@ExtendWith(WithoutLog.class)
final class SimulationTest {
    private static final long USUAL = 700;
    private static final long SEEDS = Long.getLong("bereik.simulation.seeds", USUAL);
    private static final long FIRST = Long.getLong("bereik.simulation.first", 1);
    private static final long ENOUGH_TO_SEE_ALL = 2_000;
    private static final int THREADS = 2;
    private static final int PROGRESS_STEPS = 25;

    @Test
    void keepsEveryPromiseWhateverGoesWrong() {
        Long only = Long.getLong("bereik.simulation.seed");
        if (only != null) {
            Simulation.Outcome outcome = Simulation.ofSeed(only, Mutant.NONE);
            outcome.trace().forEach(System.out::println);
            assertThat(outcome.violation()).isNull();
            return;
        }
        AtomicLong done = new AtomicLong();
        Seen seen = new Seen();
        IntStream.range(0, THREADS).parallel().forEach(thread -> {
            for (long i = thread; i < SEEDS; i += THREADS) {
                long seed = FIRST + i;
                Simulation.Outcome outcome = Simulation.ofSeed(seed, Mutant.NONE);
                assertThat(outcome.violation())
                        .as(() -> Report.of(seed, outcome))
                        .isNull();
                seen.add(outcome.trace());
                progress(done.incrementAndGet());
            }
        });
        System.out.println("simulation: " + SEEDS + " seeds, of which with " + seen);
        if (SEEDS >= ENOUGH_TO_SEE_ALL) {
            assertThat(seen.missing()).as("what happened in no seed").isEmpty();
        }
    }

    private static void progress(long done) {
        if (SEEDS > USUAL && done % (SEEDS / PROGRESS_STEPS) == 0) {
            System.out.println("simulation: " + done + " of " + SEEDS + " seeds");
        }
    }
}
