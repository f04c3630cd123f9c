package nl.bereik.server.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Map;
import nl.bereik.protocol.contact.Signal;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** As {@code application.properties} or the environment says it. */
final class NeedPropertiesTest {
    private static NeedProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("bereik.needs", NeedProperties.class);
    }

    @Test
    void whatNobodySaysIsUsual() {
        assertThat(bound(Map.of())).isEqualTo(NeedProperties.USUAL);
    }

    @Test
    void hoursAndWaysOfSignalsAreRead() {
        NeedProperties told = bound(Map.of(
                "bereik.needs.quiet-from", "23:00",
                "bereik.needs.routes.MINOR", "YOUTH",
                "bereik.needs.routes.exploitation", "zara"));
        assertThat(told.quietFrom()).isEqualTo(LocalTime.of(23, 0));
        assertThat(told.quietTo()).isEqualTo(LocalTime.of(7, 0));
        assertThat(told.routes()).isEqualTo(Map.of(Signal.MINOR, "YOUTH", Signal.EXPLOITATION, "zara"));
    }
}
