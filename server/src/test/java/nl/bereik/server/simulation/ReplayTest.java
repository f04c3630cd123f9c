package nl.bereik.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same seed is the same evening, to the letter; 1000 signs with real keys. */
@ExtendWith(WithoutLog.class)
final class ReplayTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 1000})
    void aSeedReplaysExactly(long seed) {
        Simulation.Outcome first = Simulation.ofSeed(seed, Mutant.NONE);
        assertThat(Simulation.ofSeed(seed, Mutant.NONE).trace()).isEqualTo(first.trace());
        assertThat(first.trace()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aBrokenPromiseReplaysExactly(long seed) {
        Simulation.Outcome first = Simulation.ofSeed(seed, Mutant.ACKNOWLEDGES_BEFORE_THE_WRITE);
        Simulation.Outcome again = Simulation.ofSeed(seed, Mutant.ACKNOWLEDGES_BEFORE_THE_WRITE);
        assertThat(first.violation()).isNotNull();
        assertThat(again.trace()).isEqualTo(first.trace());
        assertThat(String.valueOf(again.violation())).isEqualTo(String.valueOf(first.violation()));
    }
}
