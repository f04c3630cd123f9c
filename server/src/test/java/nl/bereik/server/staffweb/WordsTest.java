package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.bereik.protocol.need.AssignedWhy;
import nl.bereik.protocol.reach.ReachTable;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.audit.AuditAct;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        assertThat(load("/messages_nl.properties").keySet())
                .isEqualTo(load("/messages.properties").keySet());
    }

    @Test
    void everyCodeOnOfferHasWordsInBothLanguages() {
        ReferenceData reference = ReferenceData.gelderlandZuid();
        for (Locale locale : List.of(DUTCH, Locale.UK)) {
            for (ReachTable table : ReachTable.values()) {
                List<String> codes = reference.codeLists().getOrDefault(table.dimension(), List.of());
                assertThat(codes).as(table + " " + locale).allSatisfy(code -> assertThat(
                                words(locale).label(table, code))
                        .isNotEqualTo(code));
                if (!table.isPair()) {
                    assertThat(words(locale).title(table)).isNotBlank();
                }
            }
        }
    }

    @Test
    void everyActHasWords() {
        for (AuditAct act : AuditAct.values()) {
            assertThat(words(DUTCH).textOr("audit.act." + act, ""))
                    .as(act.name())
                    .isNotEmpty();
        }
    }

    @Test
    void whyTheRulesActHasAWordForEachStepAndFactorAndNoOthers() throws IOException {
        Set<String> said = load("/messages.properties").stringPropertyNames().stream()
                .filter(key -> key.startsWith("AssignedWhy."))
                .collect(Collectors.toSet());
        Set<String> known = Stream.concat(
                        Arrays.stream(AssignedWhy.Step.values()).map(AssignedWhy.Step::name),
                        Stream.of(
                                AssignedWhy.DOMAIN,
                                AssignedWhy.AREA,
                                AssignedWhy.LANGUAGE,
                                AssignedWhy.PARTNER,
                                AssignedWhy.PERSON,
                                AssignedWhy.SIGNAL,
                                AssignedWhy.CASELOAD))
                .map(name -> "AssignedWhy." + name)
                .collect(Collectors.toSet());
        assertThat(said).isEqualTo(known);
    }

    @Test
    void whyTheCoordinatorIsToldHoldsWhoeverWasAsked() {
        assertThat(words(Locale.UK).text("AssignedWhy.COORDINATOR"))
                .isEqualTo("Not accepted in time, or nobody could be asked");
        assertThat(words(DUTCH).text("AssignedWhy.COORDINATOR"))
                .isEqualTo("Niet op tijd opgepakt, of niemand die gevraagd kon worden");
    }

    @Test
    void codeOfANewerVersionIsShownAsItIs() {
        assertThat(words(DUTCH).label(ReachTable.TOPICS, "BRAND_NEW")).isEqualTo("BRAND_NEW");
        assertThat(words(DUTCH).label(ReachTable.LANGUAGES, "ro")).isEqualTo("Roemeens");
    }

    @Test
    void periodsAreNamedAsPeopleSayThem() {
        Map<String, String> dutch =
                Map.of("2025", "2025", "2025S1", "eerste halfjaar 2025", "2025Q3", "derde kwartaal 2025");
        dutch.forEach((name, said) ->
                assertThat(words(DUTCH).period(ReportingPeriod.parse(name))).isEqualTo(said));
        assertThat(words(Locale.UK).period(ReportingPeriod.parse("2025S2"))).isEqualTo("second half of 2025");
        assertThat(words(DUTCH).period(ReportingPeriod.parse("2016-2017"))).isEqualTo("2016–2017");
        assertThat(words(DUTCH).period(ReportingPeriod.parse("2018-07--2019-06")))
                .isEqualTo("juli 2018 – juni 2019");
        assertThat(words(Locale.UK).period(ReportingPeriod.parse("2024-02--2024-02")))
                .isEqualTo("February 2024 – February 2024");
    }

    static Words words(Locale locale) {
        return new Words(new StaffWebConfiguration().messageSource(), locale, ZoneId.of("Europe/Amsterdam"));
    }

    private static Properties load(String file) throws IOException {
        Properties words = new Properties();
        try (InputStream text = Objects.requireNonNull(WordsTest.class.getResourceAsStream(file))) {
            words.load(text);
        }
        return words;
    }
}
