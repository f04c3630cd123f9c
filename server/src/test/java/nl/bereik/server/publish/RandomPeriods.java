package nl.bereik.server.publish;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.bereik.protocol.activity.Activity;
import nl.bereik.protocol.activity.Consultation;
import nl.bereik.protocol.activity.PreventionActivity;
import nl.bereik.protocol.activity.Registration;
import nl.bereik.protocol.activity.RegistrationSource;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.DayPart;
import nl.bereik.protocol.contact.Encounter;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.Service;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.contact.WorkForm;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reach.ActivityCounts;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.NeedCounts;
import nl.bereik.protocol.reach.NeedFact;
import nl.bereik.protocol.reach.PersonEvents;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reach.TrajectoryCounts;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.trajectory.TrajectoryEnd;

/** A made-up year of everything that the menu counts, quarter by quarter; mostly little of it. */
final class RandomPeriods {
    static final int QUARTERS = 4;

    private static final int MONTHS = 3;
    private static final List<String> LANGUAGES = List.of("nl", "ro", "bg", "ti");

    private final Random random;
    private final double skew;
    private final List<String> areas;
    private final List<String> programmes;
    private final List<DayTally> tallies = new ArrayList<>();

    RandomPeriods(Random random, ReferenceData reference) {
        this.random = random;
        this.skew = 1 + 3 * random.nextDouble();
        this.areas = with(reference.areas(), "Elsewhere");
        this.programmes = reference.programmes().stream()
                .map(programme -> programme.code())
                .toList();
        List<TrajectoryCounts> trajectories = trajectories();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            LocalDate day = first(quarter).atDay(1 + random.nextInt(28));
            tallies.add(new DayTally(
                    "team",
                    day,
                    ReachCounts.fold(some(150, () -> contact(day))),
                    NeedCounts.fold(some(25, this::need)),
                    ActivityCounts.fold(some(25, () -> activity(day))),
                    trajectories.get(quarter)));
        }
    }

    /** Of a run of quarters, counted from 0. */
    ReachFigures of(int firstQuarter, int lastQuarter) {
        ReportingPeriod period =
                new ReportingPeriod(first(firstQuarter), first(lastQuarter).plusMonths(MONTHS - 1));
        return ReachFigures.sum(period, tallies, 0);
    }

    private static YearMonth first(int quarter) {
        return YearMonth.of(2025, 1 + MONTHS * quarter);
    }

    private interface Making<T> {
        T make();
    }

    private <T> List<T> some(int most, Making<T> making) {
        List<T> made = new ArrayList<>();
        int count = random.nextInt(1 + random.nextInt(most));
        for (int i = 0; i < count; i++) {
            made.add(making.make());
        }
        return made;
    }

    private ContactMoment contact(LocalDate day) {
        return new ContactMoment(
                day,
                DayPart.NIGHT,
                one(Channel.values()),
                one(areas),
                one(Audience.values()),
                one(WorkForm.values()),
                one(Gender.values()),
                one(AgeBand.values()),
                one(Encounter.values()),
                null,
                new TreeSet<>(List.of(one(LANGUAGES))),
                new TreeSet<>(List.of(one(Topic.values()), one(Topic.values()))),
                random.nextBoolean() ? new TreeSet<>() : new TreeSet<>(List.of(one(Service.values()))),
                new TreeSet<>(),
                random.nextInt(5) == 0,
                Map.of());
    }

    private NeedFact need() {
        return new NeedFact(one(Topic.values()), one(Urgency.values()), one(areas), null, false, null, null);
    }

    private Activity activity(LocalDate day) {
        return switch (random.nextInt(3)) {
            case 0 -> new Registration(day, one(RegistrationSource.values()), one(areas), Map.of());
            case 1 -> new Consultation(day, one(areas), new TreeSet<>(List.of(one(Topic.values()))), Map.of());
            default ->
                new PreventionActivity(
                        day, one(programmes), one(Audience.values()), 1 + random.nextInt(3), one(areas), Map.of());
        };
    }

    /** Of the quarters, of people who start more than once and may exit in between. */
    private List<TrajectoryCounts> trajectories() {
        List<TrajectoryCounts> quarters = new ArrayList<>();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            quarters.add(TrajectoryCounts.zero());
        }
        int people = random.nextInt(60);
        for (int person = 0; person < people; person++) {
            Gender gender = one(Gender.values());
            AgeBand ageBand = one(AgeBand.values());
            boolean involuntary = random.nextInt(3) == 0;
            YearMonth started = null;
            YearMonth exited = null;
            for (int quarter = random.nextInt(QUARTERS); quarter < QUARTERS; quarter += 1 + random.nextInt(QUARTERS)) {
                YearMonth month = first(quarter);
                TrajectoryEnd end = one(TrajectoryEnd.values());
                boolean exits = end == TrajectoryEnd.EXITED;
                PersonEvents start = events(new PersonEvents.Cell(gender, ageBand, involuntary, started));
                PersonEvents exit =
                        exits ? events(new PersonEvents.Cell(gender, ageBand, involuntary, exited)) : PersonEvents.NONE;
                quarters.set(
                        quarter, quarters.get(quarter).plus(new TrajectoryCounts(start, Map.of(end, 1L), exit, 0, 0)));
                started = month;
                exited = exits ? month : exited;
            }
        }
        return quarters;
    }

    private static PersonEvents events(PersonEvents.Cell one) {
        SortedMap<PersonEvents.Cell, Long> cells = new TreeMap<>();
        cells.put(one, 1L);
        return new PersonEvents(cells);
    }

    private static List<String> with(List<String> some, String more) {
        List<String> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    private <E extends Enum<E>> E one(E[] codes) {
        return codes[place(codes.length)];
    }

    private String one(List<String> codes) {
        return codes.get(place(codes.size()));
    }

    /** The first more often than the last. */
    private int place(int size) {
        return (int) (size * Math.pow(random.nextDouble(), skew));
    }
}
