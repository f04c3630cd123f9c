package nl.bereik.server.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reference.ReferenceData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In summer time, two hours before UTC; quiet from 22:00 to 07:00, the digest at 08:30. */
final class AlertTimesTest {
    private final AlertTimes times = new AlertTimes(NeedProperties.USUAL, ReferenceData.gelderlandZuid());

    @ParameterizedTest
    @CsvSource({
        "NOW, 2025-06-01T01:00:00Z, 2025-06-01T01:00:00Z",
        "TODAY, 2025-06-01T12:00:00Z, 2025-06-01T12:00:00Z",
        "TODAY, 2025-06-01T19:59:59Z, 2025-06-01T19:59:59Z",
        "TODAY, 2025-06-01T20:00:00Z, 2025-06-02T05:00:00Z",
        "WEEK, 2025-06-01T23:30:00Z, 2025-06-02T05:00:00Z",
        "WEEK, 2025-06-02T04:59:59Z, 2025-06-02T05:00:00Z",
        "WEEK, 2025-06-02T05:00:00Z, 2025-06-02T05:00:00Z",
        "ROUTINE, 2025-06-02T05:00:00Z, 2025-06-02T06:30:00Z",
        "ROUTINE, 2025-06-02T06:30:00Z, 2025-06-03T06:30:00Z",
        "ROUTINE, 2025-06-01T22:30:00Z, 2025-06-02T06:30:00Z",
        // The night in which summer time ends has an hour more.
        "TODAY, 2025-10-25T21:00:00Z, 2025-10-26T06:00:00Z"
    })
    void quietHoursHoldAllButWhatIsToBeDoneNow(Urgency urgency, Instant now, Instant due) {
        assertThat(times.dueAt(urgency, now)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "00:00, 06:00, 2025-06-01T22:00:00Z, 2025-06-02T04:00:00Z",
        "00:00, 06:00, 2025-06-01T21:00:00Z, 2025-06-01T21:00:00Z",
        "22:00, 22:00, 2025-06-01T21:00:00Z, 2025-06-01T21:00:00Z"
    })
    void quietHoursCanBeWithinADayOrNone(LocalTime from, LocalTime to, Instant now, Instant due) {
        NeedProperties properties = new NeedProperties(from, to, LocalTime.of(8, 30), Map.of());
        assertThat(new AlertTimes(properties, ReferenceData.gelderlandZuid()).dueAt(Urgency.TODAY, now))
                .isEqualTo(due);
    }
}
