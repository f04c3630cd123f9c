package nl.bereik.protocol.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.state.StateRecord;
import org.junit.jupiter.api.Test;

class TargetProgressTest {
    private static final ReportingPeriod YEAR = ReportingPeriod.parse("2026");

    @Test
    void paceGoesOnAsTheDaysDoneDid() {
        assertThat(progress("2026", 100, 64, "2026-08-28").expected()).hasValue(97);
        assertThat(progress("2026", 100, 64, "2026-08-28").onCourse()).isFalse();
        assertThat(progress("2026", 97, 64, "2026-08-28").onCourse()).isTrue();
    }

    @Test
    void oneDayIsEnoughForAPace() {
        TargetProgress first = progress("2026Q1", 100, 2, "2026-01-01");
        assertThat(first.begun()).isTrue();
        assertThat(first.expected()).hasValue(180);
    }

    @Test
    void aLeapYearHasADayMore() {
        assertThat(progress("2028", 400, 1, "2028-01-01").expected()).hasValue(366);
        assertThat(progress("2026", 400, 1, "2026-01-01").expected()).hasValue(365);
        assertThat(progress("2028Q1", 400, 60, "2028-02-29").expected()).hasValue(91);
        assertThat(progress("2027-07--2028-06", 400, 366, "2028-06-30").expected())
                .hasValue(366);
    }

    @Test
    void beforeTheFirstDayIsOverThereIsNoPace() {
        TargetProgress early = progress("2026", 100, 0, "2025-12-31");
        assertThat(early.begun()).isFalse();
        assertThat(early.expected()).isEmpty();
        assertThat(early.onCourse()).isFalse();
        assertThat(early.percent()).isZero();
    }

    @Test
    void whenThePeriodIsOverTheCountIsWhatItCameTo() {
        TargetProgress over = progress("2026", 100, 103, "2026-12-31");
        assertThat(over.over()).isTrue();
        assertThat(over.expected()).hasValue(103);
        assertThat(over.reached()).isTrue();
        assertThat(over.missing()).isZero();
        assertThat(over.percent()).isEqualTo(103);
        assertThat(progress("2026", 100, 103, "2026-12-30").over()).isFalse();
    }

    @Test
    void nothingCountedGoesNowhere() {
        TargetProgress zero = progress("2026", 60, 0, "2026-06-30");
        assertThat(zero.expected()).hasValue(0);
        assertThat(zero.missing()).isEqualTo(60);
        assertThat(zero.reached()).isFalse();
    }

    @Test
    void theNumberItselfIsEnough() {
        assertThat(progress("2026", 60, 59, "2026-06-30").reached()).isFalse();
        assertThat(progress("2026", 60, 60, "2026-06-30").reached()).isTrue();
        assertThat(progress("2026", 3, 2, "2026-06-30").percent()).isEqualTo(66);
    }

    @Test
    void highNumbersDoNotOverflow() {
        TargetProgress high = progress("2020-2029", TargetProgress.MOST, TargetProgress.MOST, "2020-01-01");
        assertThat(high.expected()).hasValue(3_653 * TargetProgress.MOST);
        assertThat(high.percent()).isEqualTo(100);
    }

    @Test
    void onlyWholeDaysOfThePeriodCount() {
        assertThat(TargetProgress.lastWholeDay(YEAR, day("2025-11-03"))).isEqualTo("2025-12-31");
        assertThat(TargetProgress.lastWholeDay(YEAR, day("2026-01-01"))).isEqualTo("2025-12-31");
        assertThat(TargetProgress.lastWholeDay(YEAR, day("2026-01-02"))).isEqualTo("2026-01-01");
        assertThat(TargetProgress.lastWholeDay(YEAR, day("2027-01-01"))).isEqualTo("2026-12-31");
        assertThat(TargetProgress.lastWholeDay(YEAR, day("2029-01-01"))).isEqualTo("2026-12-31");
        ReportingPeriod leap = ReportingPeriod.parse("2028-01--2028-02");
        assertThat(TargetProgress.lastWholeDay(leap, day("2028-03-01"))).isEqualTo("2028-02-29");
    }

    @Test
    void numbersAndDaysOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> progress("2026", 0, 0, "2026-01-01"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> progress("2026", TargetProgress.MOST + 1, 0, "2026-01-01"));
        assertThatIllegalArgumentException().isThrownBy(() -> progress("2026", 1, -1, "2026-01-01"));
        assertThatIllegalArgumentException().isThrownBy(() -> progress("2026", 1, 0, "2025-12-30"));
        assertThatIllegalArgumentException().isThrownBy(() -> progress("2026", 1, 0, "2027-01-01"));
    }

    @Test
    void survivesTheWay() {
        for (TargetFigure figure : TargetFigure.values()) {
            TargetProgress told = new TargetProgress(YEAR, figure, 100, 64, day("2026-08-28"));
            StateRecord record = told.record();
            assertThat(record.id()).isEqualTo("target:2026:" + figure);
            assertThat(TargetProgress.read(
                            StateRecord.fromJson(Json.readObject(record.toJson().text()))))
                    .contains(told);
        }
    }

    @Test
    void whatCannotBeReadIsPassedOver() {
        String body = progress("2026", 100, 64, "2026-08-28").record().body().text();
        assertThat(read(TargetProgress.KIND, body)).isTrue();
        assertThat(read("need", body)).isFalse();
        assertThat(read(TargetProgress.KIND, body.replace("NEEDS", "NEEDS_MET")))
                .isFalse();
        assertThat(read(TargetProgress.KIND, body.replace("\"2026\"", "\"soon\"")))
                .isFalse();
        assertThat(read(TargetProgress.KIND, body.replace("2026-08-28", "2026-02-30")))
                .isFalse();
        assertThat(read(TargetProgress.KIND, body.replace("2026-08-28", "2027-08-28")))
                .isFalse();
        assertThat(read(TargetProgress.KIND, body.replace("100", "0"))).isFalse();
        assertThat(read(TargetProgress.KIND, body.replace("64", "-64"))).isFalse();
        assertThat(read(TargetProgress.KIND, body.replace("{", "{\"more\":[1],")))
                .isTrue();
    }

    private static boolean read(String kind, String body) {
        return TargetProgress.read(StateRecord.of("target:1", kind, Json.readObject(body)))
                .isPresent();
    }

    private static TargetProgress progress(String period, long number, long counted, String through) {
        return new TargetProgress(ReportingPeriod.parse(period), TargetFigure.NEEDS, number, counted, day(through));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
