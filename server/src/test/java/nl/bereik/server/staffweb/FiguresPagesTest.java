package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.Scope;
import nl.bereik.server.install.Install;
import nl.bereik.server.staffweb.FiguresPage.Breakdown;
import nl.bereik.server.staffweb.FiguresPage.CrossingRow;
import nl.bereik.server.staffweb.FiguresPage.Link;
import nl.bereik.server.staffweb.FiguresPage.Row;
import nl.bereik.server.staffweb.FiguresPage.Tile;
import org.junit.jupiter.api.Test;

class FiguresPagesTest {
    private static final Instant IN_MAY = StaffWebApplication.NOW;
    private static final Instant YEAR_LATER = IN_MAY.plus(Duration.ofDays(365));
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

    private final ReferenceData reference = ReferenceData.gelderlandZuid();

    @Test
    void finishedPeriodIsComparedWithTheOneBefore() {
        Tile contacts = tile(page("2025S1", Contacts.year(), YEAR_LATER), "contacts");

        assertThat(contacts.value()).isEqualTo("1.234");
        assertThat(contacts.basis()).isEqualTo("exact · +434 (+54%) t.o.v. 2024S2");
    }

    @Test
    void lessIsToldWithAMinusSign() {
        List<ContactMoment> fewer = Contacts.many(200, "2025-02-01", Channel.ZONE, "Nijmegen");
        List<ContactMoment> all = Stream.concat(
                        Contacts.many(800, "2024-11-03", Channel.ZONE, "Nijmegen").stream(), fewer.stream())
                .toList();

        assertThat(tile(page("2025S1", all, YEAR_LATER), "contacts").basis())
                .isEqualTo("exact · −600 (−75%) t.o.v. 2024S2");
    }

    @Test
    void periodThatStillRunsIsNotComparedWithAWholeOne() {
        FiguresPage page = page("2025S1", Contacts.year(), IN_MAY);

        assertThat(tile(page, "contacts").basis()).isEqualTo("exact tot nu toe · 2024S2 had er 800");
        assertThat(page.note()).contains("30 juni 2025");
    }

    @Test
    void shareWithoutACodeLeavesProfessionalsOut() {
        Tile withoutCode = tile(page("2025S1", Contacts.year(), IN_MAY), "without-code");

        assertThat(withoutCode.value()).isEqualTo("17%");
        assertThat(withoutCode.basis()).startsWith("200 van 1.200 ");
    }

    @Test
    void nightBelongsToThePeriodInWhichItBegan() {
        Instant newYearsNight = Instant.parse("2025-07-01T01:30:00Z");

        assertThat(page("2025S1", List.of(), newYearsNight).note()).contains("30 juni 2025");
    }

    @Test
    void everyMonthAndChannelHasItsPlace() {
        FiguresPage page = page("2025S1", Contacts.year(), IN_MAY);

        assertThat(page.months().rows())
                .extracting(CrossingRow::label)
                .containsExactly("jan", "feb", "mrt", "apr", "mei", "jun");
        assertThat(page.months().columns()).hasSize(6);
        assertThat(page.months().rows().get(1).total()).isEqualTo("–");
        assertThat(page.months().total().total()).isEqualTo("1.234");
    }

    @Test
    void mostFrequentComesFirstAndUnknownLast() {
        FiguresPage page = page("2025S1", Contacts.year(), IN_MAY);

        assertThat(breakdown(page, "area").rows()).extracting(Row::label).startsWith("Nijmegen", "Tiel", "Druten");
        assertThat(breakdown(page, "workForm").rows())
                .last()
                .extracting(Row::label)
                .isEqualTo("Onbekend");
    }

    @Test
    void smallShareIsNotRoundedToNothing() {
        List<ContactMoment> all = Stream.concat(
                        Contacts.many(999, "2025-02-01", Channel.ZONE, "Nijmegen").stream(),
                        Contacts.many(1, "2025-02-01", Channel.ZONE, "Tiel").stream())
                .toList();

        assertThat(breakdown(page("2025S1", all, IN_MAY), "area").rows())
                .extracting(Row::share)
                .startsWith("100%", "<1%", "–");
    }

    @Test
    void areasAndChannelsAddUpToTheContacts() {
        FiguresPage page = page("2025S1", Contacts.year(), IN_MAY);

        long sum = page.channelsAndAreas().rows().stream()
                .flatMap(row -> row.cells().stream())
                .mapToLong(FiguresPage.Cell::number)
                .sum();
        assertThat(sum).isEqualTo(1234);
    }

    @Test
    void pickerLeadsToPeriodsAroundTheOneShownAndNotToTheFuture() {
        assertThat(page("2025S1", List.of(), IN_MAY).picker().next()).isNull();
        assertThat(page("2025S1", List.of(), IN_MAY).picker().lengths())
                .extracting(Link::period)
                .containsExactly("2025", "2025S1", "2025Q2");
        assertThat(page("2024S2", List.of(), IN_MAY).picker().lengths())
                .extracting(Link::period)
                .containsExactly("2024", "2024S2", "2024Q3");
        assertThat(page("2000", List.of(), IN_MAY).picker().previous()).isNull();
        assertThat(page("2099", List.of(), IN_MAY).picker().next()).isNull();
    }

    @Test
    void phoneNotSeenForAWeekAsksForAttention() {
        Install quiet = FakeInstalls.phone("quiet", IN_MAY, LocalDate.parse("2025-05-07"));
        Install recent = FakeInstalls.phone("recent", IN_MAY, LocalDate.parse("2025-05-08"));
        Install revoked = new Install("gone", "team-1", quiet.publicKey(), null, IN_MAY, quiet.lastSeenOn(), IN_MAY);

        FiguresPage page = page("2025S1", List.of(), IN_MAY, quiet, recent, revoked);

        assertThat(page.attention()).containsExactly("1 telefoon is 7 dagen of langer niet gezien");
        assertThat(tile(page, "phones").value()).isEqualTo("1 van 2");
    }

    @Test
    void needsAreToldWithHowLongTheyTook() {
        FakeFigures figures = new FakeFigures();
        figures.setNeeds(NeedSamplesOfFigures.counts());
        FiguresPage page = page("2025S1", figures, YEAR_LATER);

        assertThat(page.empty()).isFalse();
        assertThat(page.needs().tiles())
                .extracting(Tile::label, Tile::value, Tile::basis)
                .containsExactly(
                        tuple("Hulpvragen", "5", "exact"),
                        tuple(
                                "Op tijd opgepakt",
                                "67%",
                                "2 van 3 met een termijn; wat eerder is ingetrokken telt niet mee"),
                        tuple("Tot opgepakt", "30 min", "de helft binnen deze tijd · 90% binnen 2 uur · 3 opgepakt"),
                        tuple(
                                "Tot afgerond",
                                "4 dagen",
                                "de helft binnen deze tijd · 90% binnen 4 dagen · 1 afgerond"));
        assertThat(rows(page, "needs-urgency")).containsExactly("Nu 2", "Vandaag 2", "Week –", "Rustig 1");
        assertThat(rows(page, "needs-partner")).containsExactly("GGD Bijzondere Zorg 3", "Nog geen 1", "OPGEHEVEN 1");
    }

    private static List<String> rows(FiguresPage page, String id) {
        return page.needs().breakdowns().stream()
                .filter(table -> table.id().equals(id))
                .flatMap(table -> table.rows().stream())
                .map(row -> row.label() + " " + row.count())
                .toList();
    }

    private FiguresPage page(String period, List<ContactMoment> contacts, Instant now, Install... installs) {
        FakeFigures figures = new FakeFigures();
        figures.set(contacts);
        return page(period, figures, now, installs);
    }

    private FiguresPage page(String period, FakeFigures figures, Instant now, Install... installs) {
        ReportingPeriod asked = ReportingPeriod.parse(period);
        Words words = new Words(new StaffWebConfiguration().messageSource(), DUTCH, reference.zone());
        return new FiguresPages(words, reference, now)
                .page(
                        Objects.requireNonNull(
                                figures.of(Scope.EVERYWHERE, asked).block()),
                        Objects.requireNonNull(
                                figures.of(Scope.EVERYWHERE, asked.previous()).block()),
                        List.of(installs));
    }

    private static Tile tile(FiguresPage page, String id) {
        return page.tiles().stream()
                .filter(tile -> tile.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Breakdown breakdown(FiguresPage page, String id) {
        return page.breakdowns().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
