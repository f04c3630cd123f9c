package nl.bereik.protocol.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.state.StateRecord;
import org.junit.jupiter.api.Test;

class CareTeamTest {
    @Test
    void survivesTheWayAndTellsNothingMore() {
        CareTeam team = new CareTeam("anja", List.of(new CaseManager("anja", "Anja", "GGD_BZ")));
        StateRecord record = team.record();
        assertThat(record.id()).isEqualTo("care-team");
        assertThat(record.body().members().keySet()).containsExactly("you", "caseManagers");
        assertThat(read(record.body().text())).isEqualTo(team);
        assertThat(CareTeam.NONE.record().body().members()).doesNotContainKey("you");
    }

    @Test
    void oneWhoCannotBeReadLeavesTheOthersIn() {
        assertThat(read("{\"you\":7,\"caseManagers\":[3,{},{\"account\":\" \"},{\"account\":\"anja\",\"name\":\"\"},"
                        + "{\"account\":\"bram\",\"organisation\":[],\"phone\":\"of tomorrow\"}]}"))
                .isEqualTo(new CareTeam(
                        null, List.of(new CaseManager("anja", "anja", null), new CaseManager("bram", "bram", null))));
        assertThat(read("{\"caseManagers\":\"none\"}")).isEqualTo(CareTeam.NONE);
        assertThat(read("{}")).isEqualTo(CareTeam.NONE);
    }

    @Test
    void recordsOfOtherKindsArePassedOver() {
        assertThat(CareTeam.read(StateRecord.of("care-team", "need", Json.readObject("{}"))))
                .isEmpty();
    }

    @Test
    void nobodyIsYouWhenNobodyIsKnown() {
        assertThat(CareTeam.NONE.isYou(null)).isFalse();
        assertThat(new CareTeam("anja", List.of()).isYou("anja")).isTrue();
        assertThat(new CareTeam("anja", List.of()).isYou("bram")).isFalse();
    }

    private static CareTeam read(String body) {
        return CareTeam.read(StateRecord.of(CareTeam.KIND, CareTeam.KIND, Json.readObject(body)))
                .orElseThrow();
    }
}
