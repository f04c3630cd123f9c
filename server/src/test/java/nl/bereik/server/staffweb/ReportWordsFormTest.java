package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.bereik.server.publish.Chapter;
import nl.bereik.server.publish.OwnWords;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class ReportWordsFormTest {
    private static final Map<Chapter, String> THEIRS = Map.of(Chapter.NEEDS, "Theirs.");

    @Test
    void onlyWhatWasWrittenInChanges() {
        ReportWordsForm form = form("As it was.\r\n\r\nOn two lines.", "As it was.\n\nOn two lines.");
        assertThat(form.changes(THEIRS)).isEmpty();
        assertThat(form.isInTheWayOf(THEIRS)).isFalse();
        assertThat(form("Mine.", "Theirs.").changes(THEIRS)).isEqualTo(Map.of(Chapter.NEEDS, "Mine."));
        assertThat(form("", "Theirs.").changes(THEIRS)).isEqualTo(Map.of(Chapter.NEEDS, ""));
    }

    @Test
    void whatStandsThereIsInTheWayUnlessItWasShownOrIsTheSame() {
        assertThat(form("Mine.", "Before.").isInTheWayOf(THEIRS)).isTrue();
        assertThat(form("Mine.", "Before.").isInTheWayOf(Map.of()))
                .as("taken away")
                .isTrue();
        assertThat(form("Mine.", "Theirs.").isInTheWayOf(THEIRS)).isFalse();
        ReportWordsForm same = form("Theirs.", "Before.");
        assertThat(same.isInTheWayOf(THEIRS)).isFalse();
        assertThat(same.changes(THEIRS)).isEmpty();
    }

    @Test
    void formsThatDoNotTellWhatWasShownAreForChaptersWithoutWords() {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("NEEDS", "Mine.");
        assertThat(ReportWordsForm.of(fields).isInTheWayOf(THEIRS)).isTrue();
        assertThat(ReportWordsForm.of(fields).isInTheWayOf(Map.of())).isFalse();
    }

    @Test
    void aLineEndIsOneCharacter() {
        assertThat(form("x\r\n".repeat(OwnWords.LONGEST / 2 - 1) + "xx", "").tooLong())
                .isFalse();
        assertThat(form("x".repeat(OwnWords.LONGEST + 1), "").tooLong()).isTrue();
    }

    private static ReportWordsForm form(String text, String shown) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("NEEDS", text);
        fields.add("shown.NEEDS", ReportWordsForm.digest(shown));
        return ReportWordsForm.of(fields);
    }
}
