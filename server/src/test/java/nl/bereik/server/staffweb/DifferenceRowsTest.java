package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.bereik.protocol.activity.RegistrationSource;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.Encounter;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.Service;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.contact.WorkForm;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.reach.FiguresJson;
import nl.bereik.protocol.reach.NeedTable;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.server.reach.Revision.Difference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferenceRowsTest {
    private static final ReportingPeriod PERIOD = ReportingPeriod.parse("2025S1");
    private static final ReferenceData REFERENCE = ReferenceData.gelderlandZuid();

    /** What each table counts by, and the codes that it may count. */
    private static final Map<String, List<String>> CODES = Map.ofEntries(
            Map.entry("channel", codes(Channel.values())),
            Map.entry("area", List.of("Tiel")),
            Map.entry("audience", codes(Audience.values())),
            Map.entry("workForm", codes(WorkForm.values())),
            Map.entry("gender", codes(Gender.values())),
            Map.entry("ageBand", codes(AgeBand.values())),
            Map.entry("encounter", codes(Encounter.values())),
            Map.entry("topics", codes(Topic.values())),
            Map.entry("services", codes(Service.values())),
            Map.entry("signals", codes(Signal.values())),
            Map.entry("languages", List.of("nl", "ro")),
            Map.entry("month", List.of("2025-03")),
            Map.entry("lifeDomain", codes(Topic.values())),
            Map.entry("urgency", codes(Urgency.values())),
            Map.entry("partner", List.of(NeedTable.NONE)),
            Map.entry("source", codes(RegistrationSource.values())),
            Map.entry(
                    "programme",
                    REFERENCE.programmes().stream()
                            .map(programme -> programme.code())
                            .toList()),
            Map.entry("end", codes(TrajectoryEnd.values())),
            Map.entry("needsMinutesToAccept", List.of("count", "median", "p90")),
            Map.entry("needsMinutesToDone", List.of("count", "median", "p90")));

    @Test
    void everyFigureAndCategoryHasWordsInBothLanguages() {
        JsonObject none = FiguresJson.of(ReachFigures.sum(PERIOD, List.of(), 0));
        for (String figure : none.members().keySet()) {
            if (figure.equals("period")) {
                continue;
            }
            JsonObject before = JsonObject.of(Map.of(figure, emptied(none.get(figure))));
            JsonObject after = JsonObject.of(Map.of(figure, filled(figure, none.get(figure))));
            for (Locale locale : List.of(Locale.forLanguageTag("nl-NL"), Locale.UK)) {
                assertThat(labels(before, after, locale))
                        .as(figure + " " + locale)
                        .isNotEmpty()
                        .allSatisfy(
                                label -> assertThat(label).matches("\\p{Lu}.*").doesNotMatch(".*: [A-Z0-9_]{4,}"))
                        .doesNotHaveDuplicates();
            }
        }
    }

    private static List<String> labels(JsonObject before, JsonObject after, Locale locale) {
        Words words = WordsTest.words(locale);
        return new DifferenceRows(words, new ReportCodes(words, REFERENCE))
                .of(List.of(new Difference(PERIOD, before, after))).stream()
                        .flatMap(part -> part.rows().stream())
                        .map(DifferenceRows.Row::figure)
                        .toList();
    }

    private static Object emptied(@Nullable Object figure) {
        return figure instanceof JsonObject ? JsonObject.of(Map.of()) : 0L;
    }

    private static Object filled(String name, @Nullable Object figure) {
        if (!(figure instanceof JsonObject)) {
            return 1L;
        }
        String dimension = name.replaceFirst(".*By_?", "");
        List<String> codes = CODES.getOrDefault(
                dimension.substring(0, 1).toLowerCase(Locale.ROOT) + dimension.substring(1), List.of());
        assertThat(codes).as("codes of " + name).isNotEmpty();
        return JsonObject.of(codes.stream().collect(Collectors.toMap(Function.identity(), code -> 1L)));
    }

    private static List<String> codes(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
