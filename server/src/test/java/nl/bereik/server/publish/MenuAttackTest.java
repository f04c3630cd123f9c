package nl.bereik.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.disclosure.Count;
import nl.bereik.server.disclosure.Disclosure;
import nl.bereik.server.disclosure.DisclosureRules;
import nl.bereik.server.disclosure.ExactTable;
import nl.bereik.server.disclosure.Intervals;
import nl.bereik.server.disclosure.Prepared;
import nl.bereik.server.disclosure.Published;
import nl.bereik.server.disclosure.Relation;
import nl.bereik.server.disclosure.Release;
import nl.bereik.server.disclosure.Subject;
import org.junit.jupiter.api.Test;

/**
 * Publishes the menu as it is, of made-up years, in periods and an order that chance picks, and attacks all that came out
 * with what the definitions of the figures say, written down here once more. {@code -Dbereik.menu.sets} sets how many
 * years, {@code -Dbereik.menu.seed} where they start.
 */
class MenuAttackTest {
    private static final int SETS = Integer.getInteger("bereik.menu.sets", 20);
    private static final long SEED = Long.getLong("bereik.menu.seed", 7L);
    private static final int COUNTER_SETS = 6;
    private static final int WIDEST_SHAVED = 12;
    private static final int[][] PERIODS = {{0, 0}, {1, 1}, {2, 2}, {3, 3}, {0, 1}, {2, 3}, {0, 3}};

    private final ReferenceData reference = ReferenceData.gelderlandZuid();
    private final Menu menu = new Menu(reference);

    @Test
    void nobodyIsNarrowedDownByWhatTheFiguresMean() {
        List<String> found = attack(SETS, Subjects.relations());
        assertThat(found).isEmpty();
    }

    @Test
    void whoDidNotKnowWhatTheyMeanWouldGivePeopleAway() {
        assertThat(attack(COUNTER_SETS, List.of())).isNotEmpty();
    }

    private List<String> attack(int sets, List<Relation> relations) {
        List<String> found = new ArrayList<>();
        int released = 0;
        for (int set = 0; set < sets; set++) {
            Random random = new Random(SEED + set);
            RandomPeriods year = new RandomPeriods(random, reference);
            Disclosure disclosure = new Disclosure(DisclosureRules.DEFAULT, relations);
            List<Release> releases = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                int[] period = PERIODS[random.nextInt(PERIODS.length)];
                List<ExactTable> asked = menu.publishable(year.of(period[0], period[1]), releases);
                if (disclosure.prepare("r" + i, asked, List.copyOf(releases)) instanceof Prepared.Releasable ready) {
                    releases.add(ready.release());
                    released++;
                }
            }
            judge(SEED + set, year, releases, found);
        }
        System.out.printf("menu attack: %d years, %d releases, %d counts narrowed%n", sets, released, found.size());
        assertThat(released).isGreaterThan(sets);
        return found;
    }

    private void judge(long seed, RandomPeriods year, List<Release> releases, List<String> found) {
        Map<Count, Long> truth = new LinkedHashMap<>();
        Set<String> doings = new HashSet<>();
        Intervals<Count> known = new Intervals<>();
        for (int first = 0; first < RandomPeriods.QUARTERS; first++) {
            for (int last = first; last < RandomPeriods.QUARTERS; last++) {
                List<ExactTable> tables = menu.publishable(year.of(first, last), releases);
                tables.forEach(table -> {
                    if (table.subject().kind() == Subject.Kind.ACTIVITIES) {
                        doings.add(table.subject().name());
                    }
                    table.counts()
                            .forEach((cell, count) ->
                                    truth.put(new Count(table.subject().name(), cell, table.span()), count));
                });
                new MenuKnowledge(tables, known).learn();
            }
        }
        MenuKnowledge.learnTime(truth.keySet(), known);
        Set<Count> hidden = new HashSet<>();
        releases.forEach(
                release -> release.tables().forEach(table -> table.cells().forEach((cell, published) -> {
                    Count count = new Count(table.subject().name(), cell, table.span());
                    if (published instanceof Published.Value value) {
                        boolean people = table.subject().kind() == Subject.Kind.PEOPLE;
                        known.atLeast(count, Math.max(people ? table.rules().threshold() : 0, value.rounded() - 2));
                        known.atMost(count, value.rounded() + 2);
                    } else {
                        hidden.add(count);
                        if (release.underThreshold().contains(count)) {
                            known.atMost(count, table.rules().threshold() - 1L);
                        }
                    }
                })));
        known.narrow();
        known.shave(WIDEST_SHAVED);
        truth.forEach((count, is) -> {
            assertThat(is)
                    .as("the attacker is right about %s of seed %d", count, seed)
                    .isBetween(known.low(count), known.high(count));
            boolean matters = hidden.contains(count)
                    || is < DisclosureRules.DEFAULT.threshold() && !doings.contains(count.subject());
            if (matters && known.values(count) < DisclosureRules.OPEN_VALUES) {
                found.add("seed " + seed + ": " + count + " is " + is + ", known as " + known.low(count) + " to "
                        + known.high(count));
            }
        });
    }
}
