package nl.bereik.server.reach;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.server.install.Teams;
import nl.bereik.server.reach.TallyStore.Replacement;
import nl.bereik.server.store.StartUpException;
import org.junit.jupiter.api.Test;

class TeamsWithFiguresTest {
    private final MemoryTallyStore tallies = new MemoryTallyStore();

    TeamsWithFiguresTest() {
        tallies.replace(
                        Stream.of("north", "south")
                                .map(team -> new Replacement(
                                        new DayTally(team, LocalDate.of(2025, 3, 14), ReachCounts.zero()), 0))
                                .toList(),
                        "a")
                .block();
    }

    @Test
    void teamsThatAreAllConfiguredLetTheServerStart() {
        Teams teams = new Teams(Map.of("one", List.of("south", "new"), "two", List.of("north")));
        assertThatCode(() -> new TeamsWithFigures(tallies, teams).afterPropertiesSet())
                .doesNotThrowAnyException();
    }

    @Test
    void aTeamThatHasFiguresAndIsGoneIsNamed() {
        assertThatThrownBy(() -> new TeamsWithFigures(tallies, new Teams(List.of("south"))).afterPropertiesSet())
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining("figures of north,");
    }
}
