package nl.bereik.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FaultsTest {
    @Test
    void tellsClassesAndPlacesAndNoMessage() {
        Throwable failure = new IllegalStateException("outer secret", catchThrowable(() -> Integer.parseInt("secret")));

        assertThat(Faults.told(failure))
                .startsWith("java.lang.NumberFormatException at java.base/java.lang.NumberFormatException")
                .contains(" from nl.bereik.server.web.FaultsTest.")
                .doesNotContain("secret");
    }

    @Test
    void whatHasNoPlaceIsToldToo() {
        RuntimeException failure = new RuntimeException("secret");
        failure.setStackTrace(new StackTraceElement[0]);

        assertThat(Faults.told(failure)).isEqualTo("java.lang.RuntimeException at an unknown place");
        assertThat(Faults.isBrokenForm(failure)).isFalse();
    }

    @Test
    void aBrokenFormIsNoFaultOfTheServer() {
        assertThat(Faults.isBrokenForm(catchThrowable(() -> URLDecoder.decode("%zz", StandardCharsets.UTF_8))))
                .isTrue();
        assertThat(Faults.isBrokenForm(new IllegalArgumentException("a bug"))).isFalse();
    }
}
