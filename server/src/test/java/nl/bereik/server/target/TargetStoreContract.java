package nl.bereik.server.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.target.TargetFigure;
import nl.bereik.protocol.target.TargetProgress;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What every {@link TargetStore} must do. */
abstract class TargetStoreContract {
    private static final ReportingPeriod YEAR = ReportingPeriod.parse("2026");
    private static final TargetKey CONTACTS = new TargetKey("south", YEAR, TargetFigure.CONTACTS);
    private static final TargetKey NEEDS = new TargetKey("south", YEAR, TargetFigure.NEEDS);
    private static final TargetKey SUBSIDY_YEAR =
            new TargetKey("south", ReportingPeriod.parse("2018-07--2019-06"), TargetFigure.CONTACTS);
    private static final TargetKey ELSEWHERE = new TargetKey("north", YEAR, TargetFigure.CONTACTS);

    abstract TargetStore targets();

    @Test
    void whatIsAddedIsFoundAsItWas() {
        add(CONTACTS, 100);
        add(NEEDS, 200);
        add(SUBSIDY_YEAR, 300);
        add(ELSEWHERE, 400);
        assertThat(targets().of("south").collectList().block())
                .containsExactlyInAnyOrder(target(CONTACTS, 100), target(NEEDS, 200), target(SUBSIDY_YEAR, 300));
        assertThat(targets().of("west").collectList().block()).isEmpty();
        assertThat(targets().find(ELSEWHERE).block()).isEqualTo(target(ELSEWHERE, 400));
        assertThat(targets()
                        .find(new TargetKey("north", YEAR, TargetFigure.NEEDS))
                        .block())
                .isNull();
    }

    @Test
    void oneThatIsThereIsLeftAsItIs() {
        add(CONTACTS, 100);
        assertThat(targets().add(target(CONTACTS, 101)).block()).isFalse();
        assertThat(number(CONTACTS)).isEqualTo(100);
    }

    @Test
    void ofManyAddedAtOnceOneIsKept() {
        long kept = Objects.requireNonNull(Flux.range(1, 8)
                .flatMap(number -> targets().add(target(CONTACTS, number)).subscribeOn(Schedulers.parallel()))
                .filter(added -> added)
                .count()
                .block());
        assertThat(kept).isEqualTo(1);
    }

    @Test
    void aNumberChangesAndWhatWasCountedStays() {
        add(CONTACTS, 100);
        targets().count(CONTACTS, 64, day("2026-08-28"), day("2026-08-29")).block();
        assertThat(targets().change(CONTACTS, 120).block()).isTrue();
        assertThat(targets().change(CONTACTS, 120).block()).isTrue();
        assertThat(targets().find(CONTACTS).block()).isEqualTo(target(CONTACTS, 120, 64, "2026-08-28", "2026-08-29"));
        assertThat(targets().change(NEEDS, 5).block()).isFalse();
        assertThat(targets().find(NEEDS).block()).isNull();
    }

    @Test
    void whatWasCountedOnALaterDayStands() {
        add(CONTACTS, 100);
        add(NEEDS, 100);
        targets().count(CONTACTS, 64, day("2026-08-28"), day("2026-08-29")).block();
        targets().count(CONTACTS, 60, day("2026-08-27"), day("2026-08-28")).block();
        assertThat(targets().find(CONTACTS).block()).isEqualTo(target(CONTACTS, 100, 64, "2026-08-28", "2026-08-29"));
        targets().count(CONTACTS, 65, day("2026-08-28"), day("2026-08-29")).block();
        assertThat(targets().find(CONTACTS).block())
                .as("late data")
                .isEqualTo(target(CONTACTS, 100, 65, "2026-08-28", "2026-08-29"));
        assertThat(targets().find(NEEDS).block()).isEqualTo(target(NEEDS, 100));
    }

    @Test
    void whatIsRemovedStaysAway() {
        add(CONTACTS, 100);
        assertThat(targets().remove(CONTACTS).block()).isTrue();
        assertThat(targets().remove(CONTACTS).block()).isFalse();
        targets().count(CONTACTS, 64, day("2026-08-28"), day("2026-08-29")).block();
        assertThat(targets().of("south").collectList().block()).isEmpty();
        add(CONTACTS, 5);
        assertThat(number(CONTACTS)).isEqualTo(5);
    }

    private void add(TargetKey key, long number) {
        assertThat(targets().add(target(key, number)).block()).isTrue();
    }

    private long number(TargetKey key) {
        return Objects.requireNonNull(targets().find(key).block()).progress().number();
    }

    private static Target target(TargetKey key, long number) {
        LocalDate first = key.period().first().atDay(1);
        return new Target(key, new TargetProgress(key.period(), key.figure(), number, 0, first.minusDays(1)), first);
    }

    private static Target target(TargetKey key, long number, long counted, String through, String on) {
        return new Target(key, new TargetProgress(key.period(), key.figure(), number, counted, day(through)), day(on));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
