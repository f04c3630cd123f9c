package nl.bereik.protocol.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.Urgency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class NeedCountsTest {
    private static NeedFact need(Urgency urgency, @Nullable Duration toAccept, @Nullable Duration toDone) {
        return new NeedFact(Topic.HOUSING, urgency, "Tiel", "GGD", false, toAccept, toDone);
    }

    @Test
    void inTimeIsUpToTheUrgencysTime() {
        NeedCounts counts = NeedCounts.fold(List.of(
                need(Urgency.NOW, Duration.ofHours(1), null),
                need(Urgency.NOW, Duration.ofHours(1).plusMillis(1), null),
                need(Urgency.TODAY, Duration.ofHours(24), null),
                need(Urgency.WEEK, null, null),
                need(Urgency.ROUTINE, Duration.ofDays(99), null),
                new NeedFact(Topic.EXIT, Urgency.NOW, "Buren", null, true, null, null)));
        assertThat(counts.needs()).isEqualTo(6);
        assertThat(counts.withDeadline()).isEqualTo(4);
        assertThat(counts.inTime()).isEqualTo(2);
        assertThat(counts.toAccept().count()).isEqualTo(4);
        assertThat(counts.table(NeedTable.PARTNER)).isEqualTo(new TreeMap<>(Map.of("GGD", 5L, "NONE", 1L)));
        assertThat(counts.table(NeedTable.AREA)).isEqualTo(new TreeMap<>(Map.of("Tiel", 5L, "Buren", 1L)));
    }

    @Test
    void countingInPartsIsCountingAll() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<NeedFact> needs = new ArrayList<>();
            for (int i = random.nextInt(40); i > 0; i--) {
                needs.add(new NeedFact(
                        Topic.values()[random.nextInt(Topic.values().length)],
                        Urgency.values()[random.nextInt(4)],
                        "area" + random.nextInt(3),
                        random.nextBoolean() ? null : "partner" + random.nextInt(3),
                        random.nextInt(5) == 0,
                        random.nextBoolean() ? null : Duration.ofMinutes(random.nextInt(2_000)),
                        random.nextBoolean() ? null : Duration.ofMinutes(random.nextInt(9_000))));
            }
            NeedCounts whole = NeedCounts.fold(needs);
            Collections.shuffle(needs, random);
            int cut = random.nextInt(needs.size() + 1);
            assertThat(NeedCounts.fold(needs.subList(0, cut)).plus(NeedCounts.fold(needs.subList(cut, needs.size()))))
                    .isEqualTo(whole);
        }
    }

    @Test
    void percentilesAreThoseOfTheSortedTimes() {
        Random random = new Random(8);
        for (int round = 0; round < 500; round++) {
            long[] minutes = random.longs(1 + random.nextInt(30), 0, 50).toArray();
            Spread spread = Spread.NONE;
            for (long each : minutes) {
                spread = spread.with(Duration.ofMinutes(each));
            }
            Arrays.sort(minutes);
            for (int percent : new int[] {1, 50, 90, 100}) {
                int rank = (int) Math.ceil(percent / 100.0 * minutes.length);
                assertThat(spread.percentile(percent)).hasValue(minutes[rank - 1]);
            }
        }
        assertThat(Spread.NONE.percentile(50)).isEqualTo(OptionalLong.empty());
    }
}
