package nl.bereik.server.reach;

import static nl.bereik.server.ContactSamples.contact;
import static nl.bereik.server.ContactSamples.id;
import static nl.bereik.server.ContactSamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.server.TestTime;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Scope;
import nl.bereik.server.access.Standing;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.CountableContact;
import nl.bereik.server.contact.Counted;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.contact.StoredCorrection;
import nl.bereik.server.install.Teams;
import nl.bereik.server.period.MemoryPeriodSeals;
import nl.bereik.server.period.PeriodSeal;
import nl.bereik.server.period.PeriodSeals;
import nl.bereik.server.period.TeamDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Two that fold and two that seal, whose every call to a store may wait while the others go on or be its last, and
 * contacts and corrections that arrive in between: in whatever order, a sealed tally changes no more, and every contact
 * counts once where it is said to.
 */
class SealingRacesPropertyTest {
    private static final int WORLDS = 400;
    private static final int STEPS = 160;
    private static final ReportingPeriod SEALED = ReportingPeriod.parse("2025S1");
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.parse("2025-06-29"),
            LocalDate.parse("2025-06-30"),
            LocalDate.parse("2025-07-01"),
            LocalDate.parse("2025-07-02"));
    private static final Person ANNA = new Person("anna", Set.of(Role.COORDINATOR), Scope.EVERYWHERE, Standing.FULL);
    private static final Teams TEAMS = new Teams(List.of("team"));

    private final long seed = Long.getLong("bereik.seed", 20250701L);

    @Test
    void whateverTheOrderSealedTalliesStandAndEveryContactCountsOnce() {
        int late = 0;
        int inTime = 0;
        for (int i = 0; i < WORLDS; i++) {
            World world = new World(seed + i);
            world.run();
            world.settle();
            world.check();
            late += world.late();
            inTime += world.counted();
        }
        assertThat(late).as("worlds in which something came too late").isGreaterThan(WORLDS / 4);
        assertThat(inTime).isGreaterThan(WORLDS);
    }

    private static final class World {
        private final long seed;
        private final SplittableRandom random;
        private final MemoryContactStore contacts = new MemoryContactStore();
        private final MemoryTallyStore tallies = new MemoryTallyStore();
        private final MemoryPeriodSeals seals = new MemoryPeriodSeals();
        private final TestTime clock = new TestTime("2025-07-14T08:00:00Z");
        private final Steps steps = new Steps();
        private @Nullable Map<LocalDate, DayTally> final_;
        private long told;
        private long first;

        World(long seed) {
            this.seed = seed;
            random = new SplittableRandom(seed);
        }

        void run() {
            boolean wantsSeal = true;
            for (int i = 0; i < STEPS; i++) {
                int choice = random.nextInt(20);
                if (choice < 2) {
                    tell();
                } else if (choice == 2) {
                    correct();
                } else if (choice == 3) {
                    counter(steps).turn().subscribe(any -> {}, e -> {});
                } else if (choice == 4 && (i > STEPS / 4 || random.nextInt(4) == 0) && wantsSeal) {
                    sealing(steps).seal(SEALED, ANNA).subscribe(any -> {}, e -> {});
                    wantsSeal = random.nextInt(3) > 0;
                } else if (choice == 5 && steps.areLeft() && random.nextInt(4) == 0) {
                    // It stops for good.
                    steps.lose(random);
                } else if (steps.areLeft()) {
                    steps.any(random);
                }
                look();
            }
        }

        private void look() {
            boolean done =
                    Objects.requireNonNull(seals.all().any(PeriodSeal::done).block());
            if (!done) {
                return;
            }
            Map<LocalDate, DayTally> now = new HashMap<>(tallies());
            now.keySet().removeIf(day -> !SEALED.contains(day));
            if (final_ == null) {
                final_ = now;
            }
            assertThat(now).as("seed %d: a sealed tally has changed", seed).isEqualTo(final_);
        }

        /** Those that stopped are gone; others go on with what they left. */
        void settle() {
            while (steps.areLeft()) {
                steps.any(random);
                look();
            }
            sealing(null).goOn().block();
            figures(null).settle().block();
            look();
        }

        void check() {
            Map<LocalDate, Long> expected = all().stream()
                    .map(CountableContact::counted)
                    .map(Objects::requireNonNull)
                    .filter(counted -> counted.on() != null)
                    .collect(Collectors.groupingBy(Counted::on, Collectors.counting()));
            Map<LocalDate, Long> found = new HashMap<>();
            tallies().forEach((day, tally) -> {
                if (tally.counts().contacts() > 0) {
                    found.put(day, tally.counts().contacts());
                }
            });
            assertThat(found).as("seed %d", seed).isEqualTo(expected);
            assertThat(contacts.uncountedDays(100).block()).as("seed %d", seed).isEmpty();
            boolean sealed = final_ != null;
            all().forEach(contact -> {
                boolean touches = contact.days().stream().anyMatch(SEALED::contains);
                if (!sealed || !touches) {
                    ContactMoment last = contact.contact();
                    assertThat(Objects.requireNonNull(contact.counted()).on())
                            .as("seed %d: as last told", seed)
                            .isEqualTo(last == null ? null : last.on());
                }
            });
            assertThat(late())
                    .as("seed %d: what does not count as last told is late", seed)
                    .isEqualTo((int) all().stream().filter(World::differs).count());
        }

        private static boolean differs(CountableContact contact) {
            ContactMoment last = contact.contact();
            Counted counted = Objects.requireNonNull(contact.counted());
            int place = contact.told().get(contact.told().size() - 1).place();
            return last == null ? counted.on() != null : !last.on().equals(counted.on()) || counted.place() != place;
        }

        int late() {
            return Math.toIntExact(
                    Objects.requireNonNull(contacts.countLate(SEALED).block()));
        }

        int counted() {
            return (int) all().stream()
                    .filter(contact -> Objects.requireNonNull(contact.counted()).on() != null)
                    .count();
        }

        private List<CountableContact> all() {
            return Objects.requireNonNull(contacts.on(days()).collectList().block());
        }

        private static Set<TeamDay> days() {
            return DAYS.stream().map(day -> new TeamDay("team", day)).collect(Collectors.toUnmodifiableSet());
        }

        private Map<LocalDate, DayTally> tallies() {
            return Objects.requireNonNull(
                    tallies.of(days()).collectMap(DayTally::day).block());
        }

        private LocalDate anyDay() {
            return DAYS.get(random.nextInt(DAYS.size()));
        }

        private void tell() {
            first = ++told;
            contacts.insert(List.of(stored(told, "team", contact(anyDay(), Channel.STREET))))
                    .block();
        }

        private void correct() {
            if (first == 0) {
                return;
            }
            long which = 1 + random.nextLong(told);
            ContactMoment now = random.nextInt(4) == 0 ? null : contact(anyDay(), Channel.ZONE);
            ContactCorrection correction = new ContactCorrection(id(which), 2 + random.nextInt(5), now);
            long number = 1_000_000 + random.nextInt(1_000_000);
            PushItem item = new PushItem(
                    id(number),
                    number,
                    CorrectionCodec.KIND,
                    CorrectionCodec.SCHEMA,
                    CorrectionCodec.encode(correction));
            contacts.correct(List.of(
                            StoredCorrection.of("phone", "team", item, ContentHash.of(item), correction, DAYS.get(0))))
                    .block();
        }

        private ReachCounter counter(@Nullable Steps steps) {
            return new ReachCounter(
                    around(ContactStore.class, contacts, steps),
                    List.of(),
                    around(TallyStore.class, tallies, steps),
                    around(PeriodSeals.class, seals, steps),
                    new java.util.Random(random.nextLong()));
        }

        private SettledFigures figures(@Nullable Steps steps) {
            return new SettledFigures(counter(steps), tallies, TEAMS);
        }

        private Sealing sealing(@Nullable Steps steps) {
            return new Sealing(
                    figures(steps),
                    around(ContactStore.class, contacts, steps),
                    List.of(),
                    around(TallyStore.class, tallies, steps),
                    around(PeriodSeals.class, seals, steps),
                    TestRevisions.none(figures(steps), tallies, seals, clock),
                    TEAMS,
                    new MemoryAuditTrail(),
                    ReferenceData.gelderlandZuid(),
                    clock);
        }

        private static <P> P around(Class<P> type, P target, @Nullable Steps steps) {
            return steps == null ? target : steps.around(type, target);
        }
    }
}
