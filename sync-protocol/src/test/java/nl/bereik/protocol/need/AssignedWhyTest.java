package nl.bereik.protocol.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.bereik.protocol.need.AssignedWhy.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AssignedWhyTest {
    @Test
    void keepsStepAndFactorsInOrder() {
        Map<String, String> factors = new LinkedHashMap<>();
        factors.put(AssignedWhy.DOMAIN, "HOUSING");
        factors.put(AssignedWhy.AREA, "West Maas en Waal");
        factors.put(AssignedWhy.CASELOAD, "2/4");
        AssignedWhy why = new AssignedWhy(Step.RULE, factors);
        assertThat(why.text()).isEqualTo("RULE;domain=HOUSING;area=West Maas en Waal;caseload=2/4");
        assertThat(AssignedWhy.parse(why.text())).hasValue(why);
        assertThat(AssignedWhy.parse(new AssignedWhy(Step.COORDINATOR, Map.of()).text()))
                .hasValue(new AssignedWhy(Step.COORDINATOR, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NO_TIME", "LOTTERY;area=Tiel", "RULE;", "RULE;area", "RULE;=Tiel"})
    void anotherTextIsNone(String text) {
        assertThat(AssignedWhy.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "org:a=b",
                "org:~c3ViamVjdA",
                "Tiel; Buren",
                "100%",
                "%003B",
                "%",
                "two\nlines",
                "two\r\nlines\u2028more",
                "$1 \\ back",
                "West Maas en Waal \uD83D\uDE00"
            })
    void anyValueComesBackAsItWasAndBreaksNothing(String value) {
        Map<String, String> factors = new LinkedHashMap<>();
        factors.put(AssignedWhy.PERSON, value);
        factors.put(AssignedWhy.CASELOAD, "1/2");
        AssignedWhy why = new AssignedWhy(Step.WISHED, factors);
        assertThat(why.text().split(";")).hasSize(3);
        assertThat(why.text().lines()).hasSize(1);
        assertThat(AssignedWhy.parse(why.text())).hasValue(why);
    }

    @Test
    void accountsAndAreasAsTheyMostlyAreAreWrittenAsTheyAre() {
        assertThat(new AssignedWhy(Step.WISHED, Map.of(AssignedWhy.PERSON, "org:dep=a|b@c")).text())
                .isEqualTo("WISHED;person=org:dep=a|b@c");
        assertThat(AssignedWhy.parse("RULE;area=100% Tiel"))
                .hasValue(new AssignedWhy(Step.RULE, Map.of(AssignedWhy.AREA, "100% Tiel")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a;b", "a=b", "a\nb"})
    void aFactorIsNamedByAWord(String name) {
        assertThatThrownBy(() -> new AssignedWhy(Step.RULE, Map.of(name, "Tiel")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
