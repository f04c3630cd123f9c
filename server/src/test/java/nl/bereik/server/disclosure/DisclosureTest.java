package nl.bereik.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.bereik.server.disclosure.Prepared.Refused;
import nl.bereik.server.disclosure.Prepared.Releasable;
import nl.bereik.server.disclosure.Refusal.Reason;
import org.junit.jupiter.api.Test;

class DisclosureTest {

    private static final Subject CONTACTS = Subject.events("contacts");
    private static final Subject CODES = Subject.people("distinctCodes");
    private static final Span S1 = Span.half(2025, 1);
    private static final Span S2 = Span.half(2025, 2);
    private static final Span YEAR = Span.year(2025);

    private final Disclosure disclosure = new Disclosure(DisclosureRules.DEFAULT, List.of());

    @Test
    void roundsAndSuppressesUnderTheThreshold() {
        assertThat(DisclosureRules.DEFAULT.round(12)).isEqualTo(10);
        assertThat(DisclosureRules.DEFAULT.round(13)).isEqualTo(15);
        assertThat(new DisclosureRules(10, 10).round(15)).isEqualTo(20);
        assertThat(shown(ExactTable.single("n", CONTACTS, S1, 9))).isEqualTo("{total=x}");
        assertThat(shown(ExactTable.single("n", CONTACTS, S1, 0))).isEqualTo("{total=x}");
        assertThat(shown(ExactTable.single("n", CONTACTS, S1, 10))).isEqualTo("{total=10}");
    }

    @Test
    void hidesNoActivities() {
        assertThat(shown(ExactTable.single("n", Subject.activities("prevention"), S1, 3)))
                .isEqualTo("{total=5}");
    }

    @Test
    void leavesAloneASuppressedCellThatRoundingAlreadyCovers() {
        // 98..102 less 38..42 and 52..56: b is 0 to 12
        assertThat(shown(byGender(S1, 40, 54, 6))).isEqualTo("{gender=a=40, gender=b=55, gender=c=x, total=100}");
    }

    @Test
    void suppressesASecondCellWhereRoundingGivesTheFirstAway() {
        // 23..27 less twice 13..17 would leave 0 or 1 for c
        assertThat(shown(byGender(S1, 13, 13, 0))).isEqualTo("{gender=a=x, gender=b=15, gender=c=x, total=25}");
    }

    @Test
    void suppressesInRowsAndColumnsOfACrossedTable() {
        Map<Cell, Long> counts = new LinkedHashMap<>();
        Dimension area = new Dimension("area", Parts.EXACT, List.of("1", "2", "3"));
        Dimension gender = new Dimension("gender", Parts.EXACT, List.of("a", "b", "c"));
        long[][] inner = {{13, 13, 0}, {13, 13, 26}, {13, 13, 26}};
        for (int row = 0; row < inner.length; row++) {
            for (int column = 0; column < inner.length; column++) {
                Cell cell = Cell.of("area", area.categories().get(row))
                        .with("gender", gender.categories().get(column));
                for (Cell whole : List.of(
                        cell,
                        Cell.of("area", area.categories().get(row)),
                        Cell.of("gender", gender.categories().get(column)),
                        Cell.TOTAL)) {
                    counts.merge(whole, inner[row][column], Long::sum);
                }
            }
        }
        String shown = shown(new ExactTable("crossed", CONTACTS, S1, List.of(area, gender), counts));

        assertThat(shown).contains("area=1, gender=c=x", "total=130");
        assertThat(shown.split("=x", -1).length - 1).isBetween(2, 4);
    }

    @Test
    void hidesATotalThatLeavesTooLittleRoom() {
        // a total of 10 to 12 of which 10 to 12 are a
        assertThat(shown(byGender(S1, 11, 0))).contains("gender=b=x").doesNotContain("gender=a=10");
    }

    @Test
    void givesATableAgainAsItWasWhateverItsFiguresAreNow() {
        Release first = released(disclosure.prepare("1", List.of(byGender(S1, 13, 13, 0)), List.of()));
        Release again = released(disclosure.prepare("2", List.of(byGender(S1, 30, 40, 50)), List.of(first)));

        assertThat(again.tables().get(0).frozen()).isTrue();
        assertThat(again.tables().get(0).cells())
                .isEqualTo(first.tables().get(0).cells());
    }

    @Test
    void tellsOfTablesThatWereMadeByOtherRulesWhatIsTrueOfAll() {
        Release first = released(disclosure.prepare("1", List.of(byGender(S1, 20, 30, 50)), List.of()));
        assertThat(first.threshold()).isEqualTo(10);
        assertThat(first.multiple()).isEqualTo(5);
        Release coarser = mixed(first, new DisclosureRules(15, 10));
        assertThat(coarser.threshold()).isEqualTo(10);
        assertThat(coarser.multiple()).isEqualTo(5);
        Release unlike = mixed(first, new DisclosureRules(7, 7));
        assertThat(unlike.threshold()).isEqualTo(7);
        assertThat(unlike.multiple()).isEqualTo(1);
    }

    private static Release mixed(Release first, DisclosureRules rules) {
        ExactTable activities = ExactTable.single("n", Subject.activities("prevention"), S1, 30);
        Release mixed = released(new Disclosure(rules, List.of())
                .prepare("2", List.of(byGender(S1, 20, 30, 50), activities), List.of(first)));
        assertThat(mixed.tables()).extracting(PublishedTable::frozen).containsExactly(true, false);
        return mixed;
    }

    @Test
    void refusesANewTableWithATotalThatWasReleasedOtherwise() {
        Release first = released(disclosure.prepare("1", List.of(byGender(S1, 30, 40)), List.of()));

        assertThat(disclosure.prepare("2", List.of(table("channel", S1, 30, 50)), List.of(first)))
                .isEqualTo(new Refused(List.of(new Refusal(
                        Reason.CHANGED, count("contacts", Cell.TOTAL, S1), List.of("by gender", "by channel")))));
        assertThat(disclosure.prepare("2", List.of(table("channel", S1, 30, 40)), List.of(first)))
                .isInstanceOf(Releasable.class);
    }

    @Test
    void refusesFiguresThatDoNotAddUpToReleasedOnes() {
        Release year = released(disclosure.prepare("1", List.of(byGender(YEAR, 30, 40)), List.of()));

        assertThat(((Refused) disclosure.prepare("2", List.of(byGender(S1, 50, 40)), List.of(year))).refusals())
                .isNotEmpty()
                .allMatch(refusal -> refusal.reason() == Reason.DOES_NOT_ADD_UP);
    }

    @Test
    void refusesAPeriodThatTheYearAndTheOtherHalfGiveAwayAndNamesTheCell() {
        Release year = released(disclosure.prepare("1", List.of(single(YEAR, 58)), List.of()));
        Release first = released(disclosure.prepare("2", List.of(single(S1, 50)), List.of(year)));

        // 58..62 less 48..52 is 6 to 14; a mark for under 10 would leave 6 to 9
        assertThat(disclosure.prepare("3", List.of(single(S2, 8)), List.of(year, first)))
                .isEqualTo(new Refused(List.of(
                        new Refusal(Reason.DISCLOSES, count("contacts", Cell.TOTAL, S2), List.of("contacts")))));
    }

    @Test
    void refusesNothingWhereTheDifferenceIsWide() {
        Release year = released(disclosure.prepare("1", List.of(single(YEAR, 58)), List.of()));
        Release first = released(disclosure.prepare("2", List.of(single(S1, 55)), List.of(year)));

        assertThat(disclosure.prepare("3", List.of(single(S2, 3)), List.of(year, first)))
                .isInstanceOf(Releasable.class);
    }

    @Test
    void refusesToLeaveOutACategoryThatIsSuppressedInPartOfThePeriod() {
        Release half = released(disclosure.prepare("1", List.of(byGender(S1, 50, 60, 3)), List.of()));

        assertThat(((Refused) disclosure.prepare("2", List.of(byGender(YEAR, 150, 160)), List.of(half))).refusals())
                .extracting(Refusal::count)
                .contains(count("contacts", Cell.of("gender", "c"), S1));
    }

    @Test
    void knowsThatPeopleOfAYearAreNoFewerThanThoseOfAHalf() {
        Release half =
                released(disclosure.prepare("1", List.of(ExactTable.single("codes", CODES, S1, 100)), List.of()));

        assertThat(((Refused) disclosure.prepare(
                                "2", List.of(ExactTable.single("codes", CODES, YEAR, 90)), List.of(half)))
                        .refusals())
                .extracting(Refusal::reason)
                .containsOnly(Reason.DOES_NOT_ADD_UP);
    }

    @Test
    void guardsNestedSubjects() {
        Subject young = Subject.events("under21");
        Subject all = Subject.events("trajectories");
        List<ExactTable> tables =
                List.of(ExactTable.single("all", all, S1, 11), ExactTable.single("young", young, S1, 2));
        Disclosure related = new Disclosure(DisclosureRules.DEFAULT, List.of(Relation.includes(all, young)));

        assertThat(released(related.prepare("1", tables, List.of())).tables())
                .extracting(table -> text(table.cells()))
                .containsExactly("{total=10}", "{total=x}");
    }

    @Test
    void sameRequestGivesTheSameRelease() {
        List<ExactTable> asked = List.of(byGender(S1, 13, 13, 0), table("channel", S1, 4, 12, 10));

        assertThat(disclosure.prepare("1", asked, List.of())).isEqualTo(disclosure.prepare("1", asked, List.of()));
    }

    @Test
    void nothingAskedForIsAnEmptyRelease() {
        assertThat(released(disclosure.prepare("1", List.of(), List.of())).tables())
                .isEmpty();
    }

    @Test
    void refusesMistakes() {
        assertThatThrownBy(() -> new DisclosureRules(4, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DisclosureRules(5, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(S1.first().plusMonths(1), S1.last()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExactTable.oneWay(
                        "t", CONTACTS, S1, new Dimension("g", Parts.EXACT, List.of("a")), Map.of("a", 2L), 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> disclosure.prepare("1", List.of(single(S1, 3), single(S1, 3)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> disclosure.prepare("1", List.of(single(S1, 30), byGender(S1, 3)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String shown(ExactTable table) {
        return text(released(disclosure.prepare("1", List.of(table), List.of()))
                .tables()
                .get(0)
                .cells());
    }

    private static String text(Map<Cell, Published> cells) {
        Map<Cell, String> texts = new LinkedHashMap<>();
        cells.forEach((cell, published) ->
                texts.put(cell, published instanceof Published.Value value ? "" + value.rounded() : "x"));
        return texts.toString();
    }

    private static Release released(Prepared prepared) {
        assertThat(prepared).isInstanceOf(Releasable.class);
        return ((Releasable) prepared).release();
    }

    private static Count count(String subject, Cell cell, Span span) {
        return new Count(subject, cell, span);
    }

    private static ExactTable single(Span span, long count) {
        return ExactTable.single("contacts", CONTACTS, span, count);
    }

    private static ExactTable byGender(Span span, long... counts) {
        return table("gender", span, counts);
    }

    private static ExactTable table(String dimension, Span span, long... counts) {
        List<String> categories = new ArrayList<>(List.of("a", "b", "c", "d")).subList(0, counts.length);
        Map<String, Long> byCategory = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            byCategory.put(categories.get(i), counts[i]);
        }
        assertThat(Arrays.stream(counts).sum()).isPositive();
        return ExactTable.adding("by " + dimension, CONTACTS, span, dimension, byCategory);
    }
}
