package nl.bereik.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.bereik.protocol.reach.ReportingPeriod;
import org.junit.jupiter.api.Test;

/** What every {@link OwnWords} must do. */
abstract class OwnWordsContract {
    private static final ReportingPeriod PERIOD = ReportingPeriod.parse("2025S1");

    abstract OwnWords words();

    @Test
    void wordsAreKeptPerPeriodAndChapterUntilTheyAreTakenAway() {
        assertThat(words().of(PERIOD).block()).isEmpty();
        words().put(PERIOD, Chapter.CONTACTS, " More of them.\n\nAlso online. ").block();
        words().put(PERIOD, Chapter.NEEDS, "Fewer").block();
        words().put(PERIOD, Chapter.NEEDS, "Fewer.").block();
        assertThat(words().of(PERIOD).block())
                .isEqualTo(Map.of(Chapter.CONTACTS, "More of them.\n\nAlso online.", Chapter.NEEDS, "Fewer."));
        assertThat(words().of(PERIOD.next()).block()).isEmpty();

        words().put(PERIOD, Chapter.NEEDS, " ").block();
        words().put(PERIOD, Chapter.PEOPLE, "").block();
        assertThat(words().of(PERIOD).block()).containsOnlyKeys(Chapter.CONTACTS);
    }
}
