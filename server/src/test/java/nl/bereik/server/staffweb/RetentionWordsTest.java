package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.bereik.server.retention.Retained;
import nl.bereik.server.retention.RetentionAges;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

class RetentionWordsTest {
    private static final Words DUTCH = WordsTest.words(Locale.forLanguageTag("nl-NL"));
    private static final Words ENGLISH = WordsTest.words(Locale.UK);

    @Test
    void everyKindHasWordsInBothLanguages() throws ReflectiveOperationException {
        List<String> kinds = kinds();
        assertThat(kinds).contains("contacts", "activities", "needs", "trajectories", "quarantine", "codes");
        for (Words words : List.of(DUTCH, ENGLISH)) {
            assertThat(kinds).allSatisfy(kind -> {
                assertThat(words.textOr("retention.kind." + kind, "")).isNotEmpty();
                assertThat(words.textOr("retention.count." + kind, "", 1)).startsWith("1 ");
                assertThat(words.textOr("retention.count." + kind, "", 7)).startsWith("7 ");
            });
        }
    }

    @Test
    void allThatWouldGoIsTold() {
        Map<String, Map<String, Long>> due = new LinkedHashMap<>();
        due.put("contacts", Map.of("2022S1", 3L, "2022S2", 4L));
        due.put("needs", Map.of());
        due.put("trajectories", Map.of("2022S1", 1L));
        due.put("newer", Map.of("", 2L));
        assertThat(RetentionWords.goes(due, ENGLISH))
                .containsExactly("7 contacts", "1 step of a trajectory", "2 newer");
        assertThat(RetentionWords.goes(Map.of("needs", Map.of()), ENGLISH)).isEmpty();
    }

    @Test
    void agesAreToldInMonthsAndDays() {
        RetentionAges ages = new RetentionAges(
                Period.ofYears(2), Period.ofMonths(12), Period.of(0, 1, 15), Period.ofDays(400), Period.ofDays(1));
        assertThat(RetentionWords.ages(ages, ENGLISH))
                .satisfiesExactly(
                        contacts -> assertThat(contacts).contains("activities: 24 months after"),
                        needs -> assertThat(needs).contains("needs: 12 months after"),
                        trajectories -> assertThat(trajectories).contains("person: 1 month, 15 days after"),
                        quarantine -> assertThat(quarantine).contains("review: 400 days after"),
                        codes -> assertThat(codes).contains("codes: 1 day after"));
        assertThat(RetentionWords.ages(ages, DUTCH))
                .allSatisfy(age -> assertThat(age).containsPattern("\\d (maand|dag)"));
    }

    /** Of all that is kept for a while only; telling it takes nothing that a constructor is given. */
    private static List<String> kinds() throws ReflectiveOperationException {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Retained.class));
        List<String> kinds = new ArrayList<>();
        for (BeanDefinition found : scan.findCandidateComponents("nl.bereik.server")) {
            Constructor<?> constructor = Class.forName(Objects.requireNonNull(found.getBeanClassName()))
                    .getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            kinds.add(((Retained) constructor.newInstance(new Object[constructor.getParameterCount()])).kind());
        }
        return kinds;
    }
}
