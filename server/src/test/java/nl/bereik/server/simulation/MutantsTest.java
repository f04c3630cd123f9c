package nl.bereik.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import nl.bereik.server.simulation.Violation.Promise;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each wrong way to build it breaks the promise that it should within so many seeds. */
@ExtendWith(WithoutLog.class)
final class MutantsTest {
    @ParameterizedTest
    @CsvSource({
        "ACKNOWLEDGES_BEFORE_THE_WRITE, ARRIVED_IS_STORED, 10",
        "COUNTS_ON_ARRIVAL, FIGURES_ADD_UP, 100",
        "TAKES_SILENCE_FOR_SUCCESS, ARRIVED_IS_STORED, 300",
        "SIGNS_NO_BODY, STORED_AS_LOGGED, 300",
        "DOES_NOT_FORCE, SAVED_IS_SAVED, 50"
    })
    void isNoticed(Mutant mutant, Promise promise, long within) {
        assertThat(LongStream.rangeClosed(1, within)
                        .filter(seed -> breaks(promise, Simulation.ofSeed(seed, mutant)))
                        .findFirst())
                .as(mutant + " breaks " + promise)
                .isPresent();
    }

    private static boolean breaks(Promise promise, Simulation.Outcome outcome) {
        return outcome.violation() != null && outcome.violation().promise() == promise;
    }
}
