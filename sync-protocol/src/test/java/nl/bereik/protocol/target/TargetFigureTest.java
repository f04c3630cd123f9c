package nl.bereik.protocol.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.reach.ActivityCounts;
import nl.bereik.protocol.reach.NeedCounts;
import nl.bereik.protocol.reach.PersonEvents;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReachTable;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reach.Spread;
import nl.bereik.protocol.reach.TrajectoryCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TargetFigureTest {
    private static final ReportingPeriod YEAR = ReportingPeriod.parse("2026");

    @Test
    void eachIsTheFigureOfItsName() {
        Map<TargetFigure, Long> counted = new EnumMap<>(TargetFigure.class);
        for (TargetFigure figure : TargetFigure.values()) {
            counted.put(figure, figure.count(figures()));
        }
        assertThat(counted)
                .isEqualTo(Map.of(
                        TargetFigure.CONTACTS, 1_000L,
                        TargetFigure.CONTACTS_INTERNET, 300L,
                        TargetFigure.PEOPLE_IN_TRAJECTORY, 50L,
                        TargetFigure.PEOPLE_EXITED, 6L,
                        TargetFigure.PROFESSIONALS_REACHED, 20L + 30 + 11,
                        TargetFigure.REGISTRATIONS, 10L,
                        TargetFigure.CONSULTATIONS, 20L,
                        TargetFigure.PREVENTION_ACTIVITIES, 12L,
                        TargetFigure.NEEDS, 77L));
    }

    @Test
    void nothingCountsAsZero() {
        ReachFigures none = ReachFigures.sum(YEAR, List.of(), 3);
        for (TargetFigure figure : TargetFigure.values()) {
            assertThat(figure.count(none)).as(figure.name()).isZero();
        }
    }

    /** Two of the trajectories, and one of the exits, are of people who had one earlier in the year. */
    private static ReachFigures figures() {
        return new ReachFigures(
                YEAR,
                new ReachCounts(
                        1_000,
                        0,
                        Map.of(
                                ReachTable.CHANNEL,
                                cells(Map.of("STREET", 700L, "ONLINE", 300L)),
                                ReachTable.AUDIENCE,
                                cells(Map.of("SEX_WORKER", 989L, "PROFESSIONAL", 11L)))),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                new NeedCounts(77, Map.of(), 0, 0, Spread.NONE, Spread.NONE),
                new ActivityCounts(
                        10, 20, 12, new TreeMap<>(Map.of(Audience.PROFESSIONAL, 30L, Audience.AT_RISK, 99L)), Map.of()),
                new TrajectoryCounts(events(50, 2), Map.of(), events(6, 1), 0, 0),
                0);
    }

    private static PersonEvents events(long first, long again) {
        return new PersonEvents(new TreeMap<>(Map.of(
                cell(null), first,
                cell(YearMonth.of(2026, 2)), again)));
    }

    private static PersonEvents.Cell cell(@Nullable YearMonth before) {
        return new PersonEvents.Cell(Gender.WOMAN, AgeBand.FROM_27, false, before);
    }

    private static SortedMap<String, Long> cells(Map<String, Long> cells) {
        return new TreeMap<>(cells);
    }
}
