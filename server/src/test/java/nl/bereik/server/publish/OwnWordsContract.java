package nl.bereik.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.bereik.protocol.reach.ReportingPeriod;
import org.junit.jupiter.api.Test;

/** What every {@link OwnWords} must do. */
abstract class OwnWordsContract {
    private static final ReportingPeriod PERIOD = ReportingPeriod.parse("2025S1");

    abstract OwnWords words();

    @Test
    void wordsAreKeptPerPeriodAndChapterUntilTheyAreTakenAway() {
        assertThat(words().of(PERIOD).block()).isEmpty();
        assertThat(replaced(Chapter.CONTACTS, "", " More of them.\n\nAlso online. "))
                .isTrue();
        assertThat(replaced(Chapter.NEEDS, "", "Fewer")).isTrue();
        assertThat(replaced(Chapter.NEEDS, "Fewer", "Fewer.")).isTrue();
        assertThat(words().of(PERIOD).block())
                .isEqualTo(Map.of(Chapter.CONTACTS, "More of them.\n\nAlso online.", Chapter.NEEDS, "Fewer."));
        assertThat(words().of(PERIOD.next()).block()).isEmpty();

        assertThat(replaced(Chapter.NEEDS, "Fewer.", " ")).isTrue();
        assertThat(replaced(Chapter.PEOPLE, "", "")).isTrue();
        assertThat(words().of(PERIOD).block()).containsOnlyKeys(Chapter.CONTACTS);
    }

    @Test
    void whatSomebodyElseWroteMeanwhileStays() {
        replaced(Chapter.NEEDS, "", "Theirs.");
        for (String before : List.of("", "Other.")) {
            for (String text : List.of("Mine.", "")) {
                assertThat(replaced(Chapter.NEEDS, before, text)).isFalse();
            }
        }
        assertThat(replaced(Chapter.PEOPLE, "Gone.", "Mine.")).as("taken away").isFalse();
        assertThat(words().of(PERIOD).block()).isEqualTo(Map.of(Chapter.NEEDS, "Theirs."));
        assertThat(replaced(Chapter.NEEDS, "Other.", "Theirs."))
                .as("told again")
                .isTrue();
        assertThat(replaced(Chapter.PEOPLE, "Gone.", "")).as("taken away again").isTrue();
    }

    private boolean replaced(Chapter chapter, String before, String text) {
        return Objects.requireNonNull(
                words().replace(PERIOD, chapter, before, text).block());
    }
}
