package nl.bereik.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import nl.bereik.server.simulation.Violation.Promise;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each wrong way to build it breaks the promise that it should in the small model, with so many faults. */
@ExtendWith(WithoutLog.class)
final class MutantsTest {
    @ParameterizedTest
    @CsvSource({
        "ACKNOWLEDGES_BEFORE_THE_WRITE, ARRIVED_IS_STORED, 0",
        "COUNTS_ON_ARRIVAL, FIGURES_ADD_UP, 0",
        "SIGNS_NO_BODY, STAYS_ITSELF, 1",
        "MARKS_BEFORE_THE_FOLD, FIGURES_ADD_UP, 1",
        "DOES_NOT_FORCE, SAVED_IS_SAVED, 1",
        "TAKES_SILENCE_FOR_SUCCESS, ARRIVED_IS_STORED, 2"
    })
    void isNoticed(Mutant mutant, Promise promise, int faults) {
        Explorer explorer = new Explorer(
                faults, SmallModelTest.ONE_IN, Set.of(promise), choices -> Simulation.small(choices, mutant));
        assertThat(explorer.explore()).as(mutant + " breaks " + promise).isPresent();
        System.out.println(mutant + " breaks " + promise + ", noticed after " + explorer.runs() + " runs");
    }
}
