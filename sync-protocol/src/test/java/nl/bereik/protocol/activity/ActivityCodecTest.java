package nl.bereik.protocol.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Decoded;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ActivityCodecTest {
    private static final LocalDate ON = LocalDate.of(2026, 3, 4);

    static List<Activity> activities() {
        return List.of(
                new Registration(ON, RegistrationSource.SCHOOL, "Tiel", Map.of("newer", "field")),
                new Consultation(ON, "Buren", new TreeSet<>(Set.of(Topic.HOUSING, Topic.EXIT)), Map.of()),
                new Consultation(ON, "Buren", new TreeSet<>(), Map.of()),
                new PreventionActivity(ON, "GIRLSTALK", Audience.AT_RISK, 12, "Druten", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("activities")
    void comesBackAsItWas(Activity activity) {
        assertThat(ActivityCodec.KINDS).contains(activity.kind());
        assertThat(ActivityCodec.decode(activity.kind(), ActivityCodec.encode(activity)))
                .isEqualTo(new Decoded.Whole<>(activity));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "registration; {'on':'2026-03-04','source':'NEIGHBOUR','area':'Tiel'}; source; UNKNOWN_CODE",
                "registration; {'on':'2026-03-04','area':'Tiel'}; source; MISSING_FIELD",
                "consultation; {'on':'1999-12-31','area':'Tiel'}; on; DATE_BEFORE_2000",
                "consultation; {'on':'2026-03-04','area':'Tiel','topics':['CHESS']}; topics; UNKNOWN_CODE",
                "consultation; {'on':'2026-03-04'}; area; MISSING_FIELD",
                "prevention; {'on':'2026-03-04','area':'Tiel','programme':'X','audience':'AT_RISK'}; participants;"
                        + " MISSING_FIELD",
                "prevention; {'on':'2026-03-04','area':'Tiel','programme':'X','audience':'AT_RISK','participants':0};"
                        + " participants; WRONG_TYPE",
                "prevention; {'on':'2026-03-04','area':'Tiel','programme':'X','audience':'AT_RISK',"
                        + "'participants':2001}; participants; OUT_OF_RANGE",
                "prevention; {'on':'2026-03-04','area':'Tiel','audience':'AT_RISK','participants':3}; programme;"
                        + " MISSING_FIELD"
            })
    void saysWhatIsWrong(String kind, String body, String field, Reason reason) {
        JsonObject json = Json.readObject(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        assertThat(ActivityCodec.decode(kind, json))
                .isEqualTo(new Decoded.Faulty<>(List.of(new FieldProblem(field, reason))));
    }

    @Test
    void theDayTheAreaAndTheProgrammeAreLookedAt() {
        Activity activity = new PreventionActivity(ON, "GIRLSTALK", Audience.AT_RISK, 12, "Druten", Map.of());
        Set<String> areas = Set.of("Druten");
        assertThat(activity.problems(ON, areas, Set.of("GIRLSTALK"))).isEmpty();
        assertThat(activity.problems(ON.minusDays(1), areas, Set.of("GIRLSTALK")))
                .containsExactly(new FieldProblem("on", Reason.DATE_IN_FUTURE));
        assertThat(activity.problems(ON, Set.of(), Set.of("GIRLSTALK")))
                .containsExactly(new FieldProblem("area", Reason.UNKNOWN_CODE));
        assertThat(activity.problems(ON, areas, Set.of("BOYS")))
                .containsExactly(new FieldProblem("programme", Reason.UNKNOWN_CODE));
    }

    @Test
    void otherKindsAreNoActivities() {
        assertThatThrownBy(() -> ActivityCodec.decode("contact", JsonObject.of(Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
