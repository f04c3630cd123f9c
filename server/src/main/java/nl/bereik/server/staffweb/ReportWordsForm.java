package nl.bereik.server.staffweb;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.server.publish.Chapter;
import nl.bereik.server.publish.OwnWords;
import org.springframework.util.MultiValueMap;

/**
 * What somebody wrote in the chapters of a report, each with what stood there when the form was shown. A chapter that
 * reads as it was shown has not been written in. Plain.
 *
 * @param written by chapter; those that were not in the form are left out
 */
record ReportWordsForm(Map<Chapter, Written> written) {
    private static final String SHOWN = "shown.";

    /** @param shown the digest of the text that was shown */
    record Written(String text, String shown) {
        boolean changed() {
            return !digest(text).equals(shown);
        }

        /** Whether somebody else has written something else there since it was shown. */
        boolean isInTheWayOf(String stands) {
            return changed() && !digest(stands).equals(shown) && !asKept(stands).equals(text);
        }
    }

    ReportWordsForm {
        written = Map.copyOf(written);
    }

    /** As a form sends it. */
    static ReportWordsForm of(MultiValueMap<String, String> form) {
        Map<Chapter, Written> written = new EnumMap<>(Chapter.class);
        for (Chapter chapter : Chapter.values()) {
            String text = form.getFirst(chapter.name());
            if (text != null) {
                String shown = form.getFirst(shownField(chapter));
                written.put(chapter, new Written(asKept(text), shown == null ? digest("") : shown));
            }
        }
        return new ReportWordsForm(written);
    }

    /** The field of the digest of what is shown of a chapter. */
    static String shownField(Chapter chapter) {
        return SHOWN + chapter.name();
    }

    /** The same for texts that read the same, however their lines end. */
    static String digest(String text) {
        return ContentHash.short128(asKept(text).getBytes(StandardCharsets.UTF_8));
    }

    boolean tooLong() {
        return written.values().stream().anyMatch(each -> each.text().length() > OwnWords.LONGEST);
    }

    /** Whether any chapter that was written in has been written in by somebody else too. */
    boolean isInTheWayOf(Map<Chapter, String> stands) {
        return written.entrySet().stream()
                .anyMatch(each -> each.getValue().isInTheWayOf(stands.getOrDefault(each.getKey(), "")));
    }

    /** The chapters that will read otherwise than they do, with their texts; often empty. */
    Map<Chapter, String> changes(Map<Chapter, String> stands) {
        Map<Chapter, String> changes = new EnumMap<>(Chapter.class);
        written.forEach((chapter, each) -> {
            if (each.changed() && !asKept(stands.getOrDefault(chapter, "")).equals(each.text())) {
                changes.put(chapter, each.text());
            }
        });
        return changes;
    }

    /** Lines end with one character, as in the browser, which counts them so. */
    private static String asKept(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}
