package nl.bereik.server.reach;

import static nl.bereik.server.ContactSamples.contact;
import static nl.bereik.server.ContactSamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.access.Scope;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.event.CountableEvents;
import nl.bereik.server.event.EventSamples;
import nl.bereik.server.event.MemoryEventStore;
import nl.bereik.server.install.Teams;
import nl.bereik.server.period.MemoryPeriodSeals;
import nl.bereik.server.period.PeriodSeals;
import org.junit.jupiter.api.Test;

/**
 * Several that ask for figures at once, more days uncounted than a turn takes, and more that arrives meanwhile: in
 * whatever order their calls to the stores happen, nobody is given figures that lack something that had arrived when
 * they were asked for.
 */
class FiguresRacesPropertyTest {
    private static final int WORLDS = 60;
    private static final int DAYS = 2 * ReachCounter.DAYS_A_TURN + 9;
    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
    private static final ReportingPeriod YEAR = ReportingPeriod.parse("2025");

    private final long seed = Long.getLong("bereik.seed", 20251101L);

    @Test
    void whatHadArrivedWhenFiguresWereAskedForIsInThem() {
        int given = 0;
        for (int i = 0; i < WORLDS; i++) {
            World world = new World(seed + i);
            world.run();
            world.check();
            given += world.given.size();
        }
        assertThat(given).isGreaterThan(2 * WORLDS);
    }

    /** Figures, and what had arrived when they were asked for and when they came. */
    private record Given(
            ReachFigures figures, long contactsThen, long contactsNow, long registrationsThen, long registrationsNow) {}

    private static final class World {
        private final long seed;
        private final SplittableRandom random;
        private final MemoryContactStore contacts = new MemoryContactStore();
        private final MemoryEventStore events = new MemoryEventStore();
        private final MemoryTallyStore tallies = new MemoryTallyStore();
        private final MemoryPeriodSeals seals = new MemoryPeriodSeals();
        private final Steps steps = new Steps();
        private long told;
        private long registered;
        private final List<Given> given = new ArrayList<>();
        private int asked;

        World(long seed) {
            this.seed = seed;
            random = new SplittableRandom(seed);
        }

        void run() {
            for (int day = 0; day < DAYS; day++) {
                arrive(FIRST.plusDays(day));
            }
            for (int i = 0; i < 40; i++) {
                switch (random.nextInt(8)) {
                    case 0 -> arrive(FIRST.plusDays(random.nextInt(DAYS)));
                    case 1 -> ask();
                    default -> {
                        if (steps.areLeft()) {
                            steps.any(random);
                        }
                    }
                }
            }
            while (steps.areLeft()) {
                steps.any(random);
            }
        }

        private void arrive(LocalDate on) {
            if (random.nextBoolean()) {
                contacts.insert(List.of(stored(++told, "team", contact(on, Channel.STREET))))
                        .block();
            } else {
                events.insert(List.of(EventSamples.registration(++registered, "team", on)))
                        .block();
            }
        }

        private void ask() {
            long contactsThen = told;
            long registrationsThen = registered;
            asked++;
            figures()
                    .of(Scope.EVERYWHERE, YEAR)
                    .subscribe(figures ->
                            given.add(new Given(figures, contactsThen, told, registrationsThen, registered)));
        }

        private void check() {
            assertThat(given).as("seed %d", seed).hasSize(asked);
            given.forEach(each -> {
                assertThat(each.figures().counts().contacts())
                        .as("seed %d: contacts", seed)
                        .isBetween(each.contactsThen(), each.contactsNow());
                assertThat(each.figures().activities().registrations())
                        .as("seed %d: registrations", seed)
                        .isBetween(each.registrationsThen(), each.registrationsNow());
            });
        }

        private SettledFigures figures() {
            TallyStore slow = steps.around(TallyStore.class, tallies);
            ReachCounter counter = new ReachCounter(
                    steps.around(ContactStore.class, contacts),
                    List.of(new EventFacts(steps.around(CountableEvents.class, events))),
                    slow,
                    steps.around(PeriodSeals.class, seals),
                    new java.util.Random(random.nextLong()));
            return new SettledFigures(counter, slow, new Teams(List.of("team")));
        }
    }
}
