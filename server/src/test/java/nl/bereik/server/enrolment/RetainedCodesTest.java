package nl.bereik.server.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import nl.bereik.server.retention.Retained.Due;
import nl.bereik.server.retention.RetentionAges;
import org.junit.jupiter.api.Test;

class RetainedCodesTest {
    private static final LocalDate TODAY = LocalDate.parse("2025-05-14");
    private static final Period YEARS = Period.ofMonths(24);

    private final MemoryCodeStore store = new MemoryCodeStore();
    private final RetainedCodes codes =
            new RetainedCodes(store, new RetentionAges(YEARS, YEARS, YEARS, YEARS, Period.ofMonths(1)));

    @Test
    void goTheirAgeAfterTheyWereGood() {
        good("old", "2025-04-13T23:59:59Z");
        good("not yet", "2025-04-14T00:00:00Z");

        assertThat(codes.due(TODAY).collectList().block()).isEqualTo(List.of(new Due("", 1)));
        assertThat(codes.due(TODAY).collectList().block())
                .as("looking changes nothing")
                .hasSize(1);
        assertThat(codes.letGo(TODAY).collectList().block()).isEqualTo(List.of(1L));
        assertThat(codes.due(TODAY).collectList().block()).isEmpty();
        assertThat(codes.due(TODAY.plusDays(1)).collectList().block()).hasSize(1);
    }

    private void good(String hash, String until) {
        store.add(new StoredCode(hash, "team", null, Instant.parse(until), null))
                .block();
    }
}
