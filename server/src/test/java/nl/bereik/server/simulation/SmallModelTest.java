package nl.bereik.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import nl.bereik.server.simulation.Violation.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two phones, three contacts, one server: every fault at every occasion, and a share of every two of them. */
@ExtendWith(WithoutLog.class)
final class SmallModelTest {
    private static final int FAULTS = Integer.getInteger("bereik.simulation.faults", 2);
    static final int ONE_IN = Integer.getInteger("bereik.simulation.oneIn", 5);

    @Test
    void keepsEveryPromiseWhateverTwoThingsGoWrong() {
        Explorer explorer = new Explorer(
                FAULTS, ONE_IN, EnumSet.allOf(Promise.class), choices -> Simulation.small(choices, Mutant.NONE));
        var found = explorer.explore();
        System.out.println("small model: " + explorer.runs() + " runs with up to " + FAULTS + " faults");
        assertThat(found).as(() -> found.map(Report::of).orElse("")).isEmpty();
    }
}
