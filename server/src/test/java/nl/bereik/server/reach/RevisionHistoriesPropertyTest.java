package nl.bereik.server.reach;

import static nl.bereik.server.ContactSamples.contact;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.protocol.trajectory.TrajectoryStep.End;
import nl.bereik.server.event.EventSamples;
import nl.bereik.server.event.StoredEvent;
import org.junit.jupiter.api.Test;

/** Random histories with seals and revisions in between. */
class RevisionHistoriesPropertyTest {
    private static final ReportingPeriod SPRING = ReportingPeriod.parse("2025S1");
    private static final LocalDate MARCH = LocalDate.parse("2025-03-14");
    private static final LocalDate JULY = LocalDate.parse("2025-07-01");
    private static final List<LocalDate> DAYS =
            List.of(MARCH, JULY.minusDays(1), JULY, JULY.plusDays(90), LocalDate.parse("2026-01-05"));

    /** After everything has been taken in the figures are those of a server that never sealed. */
    @Test
    void inTheEndEverythingCountsAsIfNothingHadBeenSealed() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            RevisionWorld sealed = new RevisionWorld();
            RevisionWorld open = new RevisionWorld();
            for (int i = 1; i <= 40; i++) {
                LocalDate on = DAYS.get(random.nextInt(DAYS.size()));
                switch (random.nextInt(5)) {
                    case 0 -> both(sealed, open, tellAt(i, on));
                    case 1 -> {
                        ContactMoment now = random.nextInt(3) == 0 ? null : contact(on, Channel.ZONE);
                        int which = 1 + random.nextInt(i);
                        int version = 2 + i;
                        both(sealed, open, world -> world.correct(which, version, now));
                    }
                    case 2 -> both(sealed, open, arriving(random, i, on));
                    case 3 -> {
                        int which = 1 + random.nextInt(i);
                        both(sealed, open, world -> world.takeBack(which));
                    }
                    default -> {
                        sealed.figures("2025");
                        if (i > 10) {
                            sealed.seal("2025S1");
                        }
                        if (i > 20 && random.nextBoolean()) {
                            sealed.seal("2025S2");
                        }
                        if (i > 20
                                && sealed.revisions()
                                        .waiting(SPRING)
                                        .blockOptional()
                                        .isPresent()) {
                            sealed.takeIn("2025S1");
                        }
                    }
                }
            }
            sealed.seal("2025S1");
            sealed.seal("2025S2");
            int rounds = 0;
            while (sealed.waiting("2025S1").items() + sealed.waiting("2025S2").items() > 0) {
                assertThat(rounds++).as("seed %d", seed).isLessThan(6);
                sealed.takeIn("2025S1");
                sealed.takeIn("2025S2");
            }
            for (String period : List.of("2025S1", "2025S2", "2025", "2026S1", "2025-2026")) {
                assertThat(sealed.figures(period))
                        .as("seed %d, %s", seed, period)
                        .isEqualTo(open.figures(period));
            }
        }
    }

    private static void both(RevisionWorld one, RevisionWorld other, Consumer<RevisionWorld> does) {
        does.accept(one);
        does.accept(other);
    }

    private static Consumer<RevisionWorld> tellAt(int number, LocalDate on) {
        return world -> world.tell(number, on);
    }

    private static Consumer<RevisionWorld> arriving(Random random, int number, LocalDate on) {
        int day = DAYS.indexOf(on);
        UUID before = day > 0 && random.nextBoolean() ? startedOn(random.nextInt(day), random) : null;
        UUID trajectory = startedOn(day, random);
        UUID running = startedOn(random.nextInt(day + 1), random);
        StoredEvent event =
                switch (random.nextInt(3)) {
                    case 0 -> EventSamples.registration(number, "team", on);
                    case 1 -> EventSamples.start(number, "team", on, trajectory, before);
                    default -> EventSamples.step(number, "team", on, running, new End(TrajectoryEnd.EXITED));
                };
        return world -> world.arrive(event);
    }

    /** A trajectory is named after the day on which it starts: it can only continue one that started before. */
    private static UUID startedOn(int day, Random random) {
        return new UUID(day, random.nextInt(3));
    }
}
