package nl.bereik.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.server.care.CareProfile;
import nl.bereik.server.care.CareProfile.Absence;
import nl.bereik.server.care.CareProfile.Duty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AssignmentRulesTest {
    private static final LocalDateTime MONDAY_NOON = LocalDateTime.of(2025, 6, 2, 12, 0);

    private final AssignmentRules rules =
            new AssignmentRules(Map.of(Signal.EXPLOITATION, "zara", Signal.MINOR, "YOUTH"));

    private static FollowUpNeed need(
            Urgency urgency,
            @Nullable String language,
            @Nullable String partner,
            @Nullable String person,
            Signal... signals) {
        return new FollowUpNeed(
                null,
                LocalDate.of(2025, 6, 2),
                "Tiel",
                Topic.HOUSING,
                urgency,
                language,
                partner,
                person,
                true,
                new TreeSet<>(Arrays.asList(signals)),
                null,
                null,
                null,
                Map.of());
    }

    private static FollowUpNeed need() {
        return need(Urgency.TODAY, null, null, null);
    }

    private static CareProfile profile(String account, int turn) {
        return new CareProfile(account, "GGD", Set.of(), Set.of(), Set.of(), 4, turn, List.of(), List.of());
    }

    private static Candidate idle(CareProfile profile) {
        return new Candidate(profile, 0);
    }

    private Optional<String> chosen(FollowUpNeed need, Candidate... candidates) {
        return chosen(need, MONDAY_NOON, candidates);
    }

    private Optional<String> chosen(FollowUpNeed need, LocalDateTime now, Candidate... candidates) {
        return rules.choose(need, List.of(candidates), Set.of(), false, now).map(Choice::account);
    }

    @Test
    void nobodyIsChosenOfNobody() {
        assertThat(chosen(need())).isEmpty();
    }

    @Test
    void domainAreaAndLanguageMustFitWhereTheyAreGiven() {
        Candidate anna = idle(new CareProfile(
                "anna", "GGD", Set.of(Topic.HOUSING), Set.of("Tiel"), Set.of("nl", "ro"), 4, 1, List.of(), List.of()));
        assertThat(chosen(need(), anna)).hasValue("anna");
        assertThat(chosen(need(Urgency.TODAY, "ro", null, null), anna)).hasValue("anna");
        assertThat(chosen(need(Urgency.TODAY, "bg", null, null), anna)).isEmpty();
        assertThat(chosen(
                        need(),
                        idle(new CareProfile(
                                "bas", "GGD", Set.of(Topic.SAFETY), Set.of(), Set.of(), 4, 1, List.of(), List.of()))))
                .isEmpty();
        assertThat(chosen(
                        need(),
                        idle(new CareProfile(
                                "bas", "GGD", Set.of(), Set.of("Nijmegen"), Set.of(), 4, 1, List.of(), List.of()))))
                .isEmpty();
    }

    @Test
    void aFullCaseloadTakesNoMore() {
        CareProfile anna = profile("anna", 1);
        assertThat(chosen(need(), new Candidate(anna, 3))).hasValue("anna");
        assertThat(chosen(need(), new Candidate(anna, 4))).isEmpty();
    }

    @Test
    void theSmallestShareComesFirstThenTheTurnThenTheName() {
        Candidate half = new Candidate(profile("anna", 1), 2);
        CareProfile large = new CareProfile("bas", "GGD", Set.of(), Set.of(), Set.of(), 10, 9, List.of(), List.of());
        assertThat(chosen(need(), half, new Candidate(large, 4)))
                .as("4 of 10 before 2 of 4")
                .hasValue("bas");
        assertThat(chosen(need(), half, new Candidate(large, 5)))
                .as("the same share, by turn")
                .hasValue("anna");
        assertThat(chosen(need(), idle(profile("bas", 1)), idle(profile("anna", 1))))
                .hasValue("anna");
    }

    @Test
    void whoIsAwayIsNotAsked() {
        CareProfile away = new CareProfile(
                "anna",
                "GGD",
                Set.of(),
                Set.of(),
                Set.of(),
                4,
                1,
                List.of(),
                List.of(new Absence(LocalDate.of(2025, 6, 2), LocalDate.of(2025, 6, 2))));
        assertThat(chosen(need(), idle(away))).isEmpty();
        assertThat(chosen(need(), MONDAY_NOON.plusDays(1), idle(away))).hasValue("anna");
    }

    @Test
    void whatCannotWaitGoesToWhoIsOnDuty() {
        CareProfile mornings = new CareProfile(
                "anna",
                "GGD",
                Set.of(),
                Set.of(),
                Set.of(),
                4,
                1,
                List.of(new Duty(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(12, 0))),
                List.of());
        FollowUpNeed atOnce = need(Urgency.NOW, null, null, "anna");
        assertThat(chosen(atOnce, MONDAY_NOON.minusMinutes(1), idle(mornings))).hasValue("anna");
        assertThat(chosen(atOnce, MONDAY_NOON, idle(mornings))).isEmpty();
        assertThat(chosen(need(), MONDAY_NOON, idle(mornings)))
                .as("has until tomorrow")
                .hasValue("anna");
        assertThat(chosen(need(), MONDAY_NOON, idle(mornings), new Candidate(profile("bas", 9), 3)))
                .as("but who is on duty comes first")
                .hasValue("bas");
    }

    @Test
    void wishesComeFirstWhereTheyCan() {
        CareProfile other = new CareProfile("bas", "MEE", Set.of(), Set.of(), Set.of(), 4, 9, List.of(), List.of());
        Candidate anna = idle(profile("anna", 1));
        assertThat(chosen(need(Urgency.WEEK, null, null, "bas"), anna, new Candidate(other, 3)))
                .hasValue("bas");
        assertThat(chosen(need(Urgency.WEEK, null, "MEE", null), anna, new Candidate(other, 3)))
                .hasValue("bas");
        assertThat(chosen(need(Urgency.WEEK, null, "MEE", "bas"), anna, new Candidate(other, 4)))
                .as("no room there")
                .hasValue("anna");
    }

    @Test
    void aSignalGoesItsWayHoweverBusyAndWhateverTheDomain() {
        CareProfile zara = new CareProfile(
                "zara", "GGD", Set.of(Topic.SAFETY), Set.of("Nijmegen"), Set.of("nl"), 1, 9, List.of(), List.of());
        CareProfile youth = new CareProfile("yara", "YOUTH", Set.of(), Set.of(), Set.of(), 1, 9, List.of(), List.of());
        Candidate anna = idle(profile("anna", 1));
        FollowUpNeed exploited = need(Urgency.NOW, "ro", null, "anna", Signal.EXPLOITATION);
        assertThat(chosen(exploited, anna, new Candidate(zara, 7))).hasValue("zara");
        assertThat(chosen(need(Urgency.NOW, null, null, null, Signal.MINOR), anna, new Candidate(youth, 7)))
                .hasValue("yara");
        assertThat(chosen(need(Urgency.NOW, null, null, null, Signal.ACUTE_DANGER), anna, new Candidate(zara, 0)))
                .as("a signal without a way of its own")
                .hasValue("anna");
        assertThat(chosen(exploited, anna)).as("nobody there").hasValue("anna");
    }

    @Test
    void whoWasAskedIsNotAskedAgain() {
        List<Candidate> both = List.of(idle(profile("anna", 1)), idle(profile("bas", 2)));
        assertThat(rules.choose(need(), both, Set.of("anna"), true, MONDAY_NOON))
                .hasValueSatisfying(choice -> {
                    assertThat(choice.account()).isEqualTo("bas");
                    assertThat(choice.why().text()).isEqualTo("NEXT;domain=HOUSING;area=Tiel;caseload=1/4");
                });
        assertThat(rules.choose(need(), both, Set.of("anna", "bas"), true, MONDAY_NOON))
                .isEmpty();
    }

    @Test
    void theChoiceIsExplained() {
        Candidate anna = new Candidate(profile("anna", 1), 1);
        assertThat(why(need(Urgency.TODAY, "ro", null, null), anna))
                .isEqualTo("RULE;domain=HOUSING;area=Tiel;language=ro;caseload=2/4");
        assertThat(why(need(Urgency.TODAY, null, null, "anna"), anna)).isEqualTo("WISHED;person=anna;caseload=2/4");
        assertThat(why(need(Urgency.TODAY, null, "GGD", null), anna))
                .isEqualTo("WISHED;partner=GGD;domain=HOUSING;area=Tiel;caseload=2/4");
        assertThat(why(need(Urgency.NOW, null, null, null, Signal.EXPLOITATION), idle(profile("zara", 1))))
                .isEqualTo("ROUTE;signal=EXPLOITATION");
    }

    private String why(FollowUpNeed need, Candidate candidate) {
        return rules.choose(need, List.of(candidate), Set.of(), false, MONDAY_NOON)
                .map(choice -> choice.why().text())
                .orElseThrow();
    }

    @Test
    void theOrderInWhichPeopleAreFoundPlaysNoPart() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            List<Candidate> some = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                some.add(new Candidate(profile("person" + i, random.nextInt(3)), random.nextInt(5)));
            }
            Optional<Choice> first = rules.choose(need(), some, Set.of("person0"), false, MONDAY_NOON);
            Collections.shuffle(some, random);
            assertThat(rules.choose(need(), some, Set.of("person0"), false, MONDAY_NOON))
                    .isEqualTo(first);
        }
    }
}
