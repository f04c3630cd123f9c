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

    @Test
    void aFactorCannotBreakTheText() {
        assertThatThrownBy(() -> new AssignedWhy(Step.RULE, Map.of("area", "a;b")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
