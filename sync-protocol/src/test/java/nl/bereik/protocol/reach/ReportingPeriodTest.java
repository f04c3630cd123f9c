package nl.bereik.protocol.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2025, 2025-01-01, 2025-12-31, 2024, 2026",
        "2025S1, 2025-01-01, 2025-06-30, 2024S2, 2025S2",
        "2025S2, 2025-07-01, 2025-12-31, 2025S1, 2026S1",
        "2024Q1, 2024-01-01, 2024-03-31, 2023Q4, 2024Q2",
        "2025Q4, 2025-10-01, 2025-12-31, 2025Q3, 2026Q1",
        "2016-2017, 2016-01-01, 2017-12-31, 2014-2015, 2018-2019",
        "2018-07--2019-06, 2018-07-01, 2019-06-30, 2017-07--2018-06, 2019-07--2020-06",
        "2024-02--2024-02, 2024-02-01, 2024-02-29, 2024-01--2024-01, 2024-03--2024-03"
    })
    void knowsItsDaysItsNameAndItsNeighbours(
            String name, LocalDate first, LocalDate last, String previous, String next) {
        ReportingPeriod period = ReportingPeriod.parse(name);
        assertThat(period.days()).startsWith(first).endsWith(last).hasSize((int)
                (last.toEpochDay() - first.toEpochDay() + 1));
        assertThat(period.contains(first)).isTrue();
        assertThat(period.contains(last)).isTrue();
        assertThat(period.contains(first.minusDays(1))).isFalse();
        assertThat(period.contains(last.plusDays(1))).isFalse();
        assertThat(period.name()).isEqualTo(name);
        assertThat(period.previous().name()).isEqualTo(previous);
        assertThat(period.next().name()).isEqualTo(next);
        assertThat(period.eachMonth()).startsWith(YearMonth.from(first)).endsWith(YearMonth.from(last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "25",
                "2025S3",
                "2025S0",
                "2025Q5",
                "2025M1",
                "1999",
                "2025S",
                "2025S1x",
                "20255",
                "2017-2016",
                "2016-2026",
                "2018-07--2018-06",
                "2018-13--2019-06",
                "2018-07-2019-06"
            })
    void refusesWhatIsNoPeriod(String name) {
        assertThatThrownBy(() -> ReportingPeriod.parse(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-2025, 2025",
        "2025-01--2025-12, 2025",
        "2025-07--2025-12, 2025S2",
        "2025-04--2025-06, 2025Q2",
        "2016-01--2017-12, 2016-2017"
    })
    void hasOneName(String said, String name) {
        assertThat(ReportingPeriod.parse(said)).isEqualTo(ReportingPeriod.parse(name));
        assertThat(ReportingPeriod.parse(said).name()).isEqualTo(name);
    }

    @Test
    void aHalfYearChangesWithTheFirstOfJuly() {
        assertThat(ReportingPeriod.halfYearOf(LocalDate.of(2026, 6, 30)).name()).isEqualTo("2026S1");
        assertThat(ReportingPeriod.halfYearOf(LocalDate.of(2026, 7, 1)).name()).isEqualTo("2026S2");
    }
}
