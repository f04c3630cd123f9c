package nl.bereik.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two phones, three contacts, one server: every fault at every occasion, and every two of them. */
@ExtendWith(WithoutLog.class)
final class SmallModelTest {
    private static final int FAULTS = Integer.getInteger("bereik.simulation.faults", 2);

    @Test
    void keepsEveryPromiseWhateverTwoThingsGoWrong() {
        Explorer explorer = new Explorer(FAULTS, choices -> Simulation.small(choices, Mutant.NONE));
        var found = explorer.explore(1);
        System.out.println("small model: " + explorer.runs() + " runs with up to " + FAULTS + " faults");
        assertThat(found).as(() -> Report.of(found.get(0))).isEmpty();
    }

    @Test
    void wouldNoticeAMutantByOneFault() {
        Explorer explorer = new Explorer(1, choices -> Simulation.small(choices, Mutant.DOES_NOT_FORCE));
        assertThat(explorer.explore(1)).isNotEmpty();
    }
}
