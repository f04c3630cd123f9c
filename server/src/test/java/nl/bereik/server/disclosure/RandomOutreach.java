package nl.bereik.server.disclosure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Made-up people and the contacts with them, from which any table can be counted exactly. */
final class RandomOutreach {

    static final Subject CONTACTS = Subject.events("contacts");
    static final Subject PEOPLE = Subject.people("people");
    static final Subject ACTIVITIES = Subject.activities("activities");

    static final int QUARTERS = 4;
    final int channels;
    final int areas;
    final int genders;
    final int topics = 3;
    final List<Visit> visits = new ArrayList<>();
    private final int[] activities = new int[QUARTERS];

    RandomOutreach(Random random) {
        channels = 2 + random.nextInt(3);
        areas = 2 + random.nextInt(3);
        genders = 2 + random.nextInt(2);
        int people = 3 + random.nextInt(random.nextBoolean() ? 25 : 150);
        double skew = random.nextDouble() * 2;
        for (int person = 0; person < people; person++) {
            int gender = skewed(random, genders, skew);
            int contacts = 1 + random.nextInt(4);
            for (int i = 0; i < contacts; i++) {
                visits.add(new Visit(
                        person,
                        random.nextInt(QUARTERS),
                        skewed(random, channels, skew),
                        skewed(random, areas, skew),
                        gender,
                        random.nextInt(1 << topics)));
            }
        }
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            activities[quarter] = random.nextInt(12);
        }
    }

    static List<Relation> relations() {
        return List.of(Relation.includes(CONTACTS, PEOPLE));
    }

    /** Quarters are counted from 0. */
    static Span span(int first, int last) {
        return Span.quarters(YearMonth.of(2025, 1 + 3 * first), last - first + 1);
    }

    List<Function<Span, ExactTable>> menu() {
        return List.of(
                span -> table("contacts", CONTACTS, span),
                span -> table("by channel", CONTACTS, span, channel(Parts.EXACT)),
                span -> table("by area", CONTACTS, span, area()),
                span -> table("by gender", CONTACTS, span, gender()),
                span -> table("by channel and area", CONTACTS, span, channel(Parts.EXACT), area()),
                span -> table("by gender and channel", CONTACTS, span, gender(), channel(Parts.EXACT)),
                span -> table("by topic", CONTACTS, span, topic()),
                span -> table("people", PEOPLE, span),
                span -> table("people by gender", PEOPLE, span, gender()),
                span -> table("people by channel", PEOPLE, span, channel(Parts.COVERING)),
                span -> table("activities", ACTIVITIES, span));
    }

    long count(String subject, Cell cell, Span span) {
        int first = (span.first().getMonthValue() - 1) / 3;
        int last = (span.last().getMonthValue() - 1) / 3;
        if (subject.equals(ACTIVITIES.name())) {
            long sum = 0;
            for (int quarter = first; quarter <= last; quarter++) {
                sum += activities[quarter];
            }
            return sum;
        }
        Predicate<Visit> in = visit -> visit.quarter >= first && visit.quarter <= last && visit.isIn(cell);
        if (subject.equals(CONTACTS.name())) {
            return visits.stream().filter(in).count();
        }
        Set<Integer> people = new HashSet<>();
        visits.stream().filter(in).forEach(visit -> people.add(visit.person));
        return people.size();
    }

    private ExactTable table(String name, Subject subject, Span span, Dimension... dimensions) {
        Map<Cell, Long> counts = new LinkedHashMap<>();
        for (Cell cell : ExactTable.cellsOf(List.of(dimensions))) {
            counts.put(cell, count(subject.name(), cell, span));
        }
        return new ExactTable(name, subject, span, List.of(dimensions), counts);
    }

    private Dimension channel(Parts parts) {
        return new Dimension("channel", parts, categories(channels));
    }

    private Dimension area() {
        return new Dimension("area", Parts.EXACT, categories(areas));
    }

    private Dimension gender() {
        return new Dimension("gender", Parts.EXACT, categories(genders));
    }

    private Dimension topic() {
        return new Dimension("topic", Parts.WITHIN, categories(topics));
    }

    static List<String> categories(int size) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            names.add(Integer.toString(i));
        }
        return names;
    }

    private static int skewed(Random random, int size, double skew) {
        return (int) (size * Math.pow(random.nextDouble(), 1 + skew));
    }

    /** @param topics a bit per topic */
    record Visit(int person, int quarter, int channel, int area, int gender, int topics) {

        boolean isIn(Cell cell) {
            return cell.categories().entrySet().stream().allMatch(one -> {
                int category = Integer.parseInt(one.getValue());
                return switch (one.getKey()) {
                    case "channel" -> channel == category;
                    case "area" -> area == category;
                    case "gender" -> gender == category;
                    default -> (topics >> category & 1) == 1;
                };
            });
        }
    }
}
