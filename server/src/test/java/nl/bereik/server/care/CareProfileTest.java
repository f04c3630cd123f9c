package nl.bereik.server.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import nl.bereik.server.care.CareProfile.Absence;
import nl.bereik.server.care.CareProfile.Duty;
import org.junit.jupiter.api.Test;

final class CareProfileTest {
    private static CareProfile with(List<Duty> duties, List<Absence> absences) {
        return new CareProfile("anna", "GGD", Set.of(), Set.of(), Set.of(), 4, 1, duties, absences);
    }

    private static boolean onDuty(Duty duty, String moment) {
        return with(List.of(duty), List.of()).onDuty(LocalDateTime.parse(moment));
    }

    @Test
    void whoHasNoHoursIsAlwaysOnDuty() {
        assertThat(with(List.of(), List.of()).onDuty(LocalDateTime.parse("2025-06-01T03:00")))
                .isTrue();
    }

    @Test
    void hoursBeginWithTheirFirstMinuteAndEndBeforeTheirLast() {
        Duty monday = new Duty(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0));
        assertThat(onDuty(monday, "2025-06-02T08:59")).isFalse();
        assertThat(onDuty(monday, "2025-06-02T09:00")).isTrue();
        assertThat(onDuty(monday, "2025-06-02T16:59")).isTrue();
        assertThat(onDuty(monday, "2025-06-02T17:00")).isFalse();
        assertThat(onDuty(monday, "2025-06-03T12:00")).isFalse();
    }

    @Test
    void aNightGoesOnThroughMidnight() {
        Duty sunday = new Duty(DayOfWeek.SUNDAY, LocalTime.of(20, 0), LocalTime.of(2, 0));
        assertThat(onDuty(sunday, "2025-06-01T19:59")).isFalse();
        assertThat(onDuty(sunday, "2025-06-01T20:00")).isTrue();
        assertThat(onDuty(sunday, "2025-06-02T01:59")).isTrue();
        assertThat(onDuty(sunday, "2025-06-02T02:00")).isFalse();
        assertThat(onDuty(sunday, "2025-06-01T01:00")).isFalse();
    }

    @Test
    void absenceHoldsFromTheFirstDayToTheLast() {
        CareProfile away = with(List.of(), List.of(new Absence(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 7, 2))));
        assertThat(away.absent(LocalDate.of(2025, 6, 30))).isFalse();
        assertThat(away.absent(LocalDate.of(2025, 7, 1))).isTrue();
        assertThat(away.absent(LocalDate.of(2025, 7, 2))).isTrue();
        assertThat(away.absent(LocalDate.of(2025, 7, 3))).isFalse();
        assertThatThrownBy(() -> new Absence(LocalDate.of(2025, 7, 2), LocalDate.of(2025, 7, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
