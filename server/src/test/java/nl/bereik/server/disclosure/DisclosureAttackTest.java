package nl.bereik.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Releases random tables of random data sets over random periods in random order, and attacks everything that came
 * out. {@code -Dbereik.disclosure.sets} sets how many sets, {@code -Dbereik.disclosure.seed} where they start.
 */
class DisclosureAttackTest {

    private static final int SETS = Integer.getInteger("bereik.disclosure.sets", 10_000);
    private static final long SEED = Long.getLong("bereik.disclosure.seed", 20_250_101L);
    private static final int COUNTER_SETS = 200;
    private static final int EVERY_NTH_HARDER = 10;
    private static final int WIDEST_SHAVED = 16;

    @Test
    void nothingUnderTheThresholdIsNarrowedToFewerThanFiveValues() {
        Outcome outcome = attack(SETS, EnumSet.allOf(Guard.class));

        assertThat(outcome.found).as("seed %d: %s", SEED, outcome.found).isEmpty();
        assertThat(outcome.released).isGreaterThan(SETS);
        assertThat(outcome.suppressed).isBetween(1L, outcome.cells * 3 / 4);
    }

    @Test
    void withoutSecondarySuppressionTheAttackSucceeds() {
        assertThat(attack(COUNTER_SETS, EnumSet.of(Guard.DIFFERENCE)).found).isNotEmpty();
    }

    @Test
    void withoutTheDifferenceRuleTheAttackSucceeds() {
        assertThat(attack(COUNTER_SETS, EnumSet.of(Guard.SECONDARY)).found).isNotEmpty();
    }

    private static Outcome attack(int sets, Set<Guard> guards) {
        Outcome outcome = new Outcome();
        long begun = cpu();
        for (int set = 0; set < sets; set++) {
            attackOne(SEED + set, set % EVERY_NTH_HARDER == 0, guards, outcome);
        }
        System.out.printf(
                "disclosure attack %s: %d sets, %d releases, %d refused, %d of %d cells suppressed (%.0f%%; %.0f%% under"
                        + " the threshold), %d counts in %d sets narrowed too far, %d s of CPU (%d of the attacker)%n",
                guards,
                sets,
                outcome.released,
                outcome.refused,
                outcome.suppressed,
                outcome.cells,
                100.0 * outcome.suppressed / outcome.cells,
                100.0 * outcome.small / outcome.cells,
                outcome.found.size(),
                outcome.broken.size(),
                (cpu() - begun) / 1_000_000_000,
                outcome.attackNanos / 1_000_000_000);
        return outcome;
    }

    private static void attackOne(long seed, boolean harder, Set<Guard> guards, Outcome outcome) {
        Random random = new Random(seed);
        RandomOutreach world = new RandomOutreach(random);
        DisclosureRules rules = new DisclosureRules(5 + random.nextInt(6), 5);
        Disclosure disclosure = new Disclosure(rules, RandomOutreach.relations(), guards);
        List<Release> releases = new ArrayList<>();
        int requests = 1 + random.nextInt(4);
        for (int i = 0; i < requests; i++) {
            Prepared prepared = disclosure.prepare("r" + i, request(world, random), releases);
            if (prepared instanceof Prepared.Releasable releasable) {
                releases.add(releasable.release());
                outcome.released++;
                outcome.count(releasable.release());
            } else {
                outcome.refused++;
            }
        }
        long begun = cpu();
        Intervals<Count> attacker = new Attacker(world, rules, releases).numbers();
        attacker.narrow();
        if (harder) {
            attacker.shave(WIDEST_SHAVED);
        }
        outcome.attackNanos += cpu() - begun;
        judge(seed, world, rules, releases, attacker, outcome);
    }

    private static List<ExactTable> request(RandomOutreach world, Random random) {
        int first = random.nextInt(RandomOutreach.QUARTERS);
        int last = first + random.nextInt(RandomOutreach.QUARTERS - first);
        Span span = random.nextInt(3) == 0 ? RandomOutreach.span(0, 3) : RandomOutreach.span(first, last);
        List<Function<Span, ExactTable>> menu = new ArrayList<>(world.menu());
        List<ExactTable> tables = new ArrayList<>();
        int wanted = 1 + random.nextInt(3);
        for (int i = 0; i < wanted; i++) {
            tables.add(menu.remove(random.nextInt(menu.size())).apply(span));
        }
        return tables;
    }

    private static void judge(
            long seed,
            RandomOutreach world,
            DisclosureRules rules,
            List<Release> releases,
            Intervals<Count> attacker,
            Outcome outcome) {
        Set<Count> hidden = new HashSet<>();
        releases.forEach(
                release -> release.tables().forEach(table -> table.cells().forEach((cell, published) -> {
                    Count count = new Count(table.subject().name(), cell, table.span());
                    if (published instanceof Published.Suppressed) {
                        hidden.add(count);
                    } else if (table.subject().kind() == Subject.Kind.PEOPLE) {
                        assertThat(world.count(count.subject(), cell, table.span()))
                                .isGreaterThanOrEqualTo(rules.threshold());
                    }
                })));
        for (Count count : attacker.numbers()) {
            if (attacker.values(count) < 50) {
                long truth = world.count(count.subject(), count.cell(), count.span());
                assertThat(truth)
                        .as("the attacker is right about %s of seed %d", count, seed)
                        .isBetween(attacker.low(count), attacker.high(count));
                boolean matters = hidden.contains(count)
                        || truth < rules.threshold() && !count.subject().equals(RandomOutreach.ACTIVITIES.name());
                if (matters && attacker.values(count) < DisclosureRules.OPEN_VALUES) {
                    outcome.broken.add(seed);
                    outcome.found.add("seed " + seed + ": " + count + " is " + truth + ", known as "
                            + attacker.low(count) + " to " + attacker.high(count));
                }
            }
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static final class Outcome {
        final List<String> found = new ArrayList<>();
        final Set<Long> broken = new HashSet<>();
        int released;
        int refused;
        long cells;
        long suppressed;
        long small;
        long attackNanos;

        void count(Release release) {
            small += release.underThreshold().size();
            for (PublishedTable table : release.tables()) {
                for (Published published : table.cells().values()) {
                    cells++;
                    suppressed += published instanceof Published.Suppressed ? 1 : 0;
                }
            }
        }
    }
}
