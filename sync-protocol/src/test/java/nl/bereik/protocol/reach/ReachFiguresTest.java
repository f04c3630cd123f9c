package nl.bereik.protocol.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.ContactSamples;
import nl.bereik.protocol.json.JsonObject;
import org.junit.jupiter.api.Test;

class ReachFiguresTest {

    @Test
    void aContactCountsUnderEachOfItsTopics() {
        JsonObject figures = FiguresJson.of(
                ReachFigures.sum(ReportingPeriod.parse("2025Q1"), tallies(List.of(ContactSamples.atTheZone())), 0));
        assertThat(figures.get("contacts")).isEqualTo(1L);
        assertThat(figures.object("contactsBy_topics").members()).isEqualTo(Map.of("HOUSING", 1L, "SAFETY", 1L));
        assertThat(figures.object("contactsBy_languages").members()).isEqualTo(Map.of("nl", 1L, "ro", 1L));
        assertThat(figures.object("contactsByMonth").members()).isEqualTo(Map.of("2025-03", 1L));
        assertThat(figures.get("contactsWithoutCode")).isEqualTo(0L);
    }

    @Test
    void figuresOfAYearAreTheSumOfItsParts() {
        List<ContactMoment> contacts = contacts(7, 3_000);
        List<DayTally> tallies = tallies(contacts);
        ReachCounts year =
                ReachFigures.sum(ReportingPeriod.parse("2025"), tallies, 0).counts();
        ReachCounts halves = ReachFigures.sum(ReportingPeriod.parse("2025S1"), tallies, 0)
                .counts()
                .plus(ReachFigures.sum(ReportingPeriod.parse("2025S2"), tallies, 0)
                        .counts());
        assertThat(year).isEqualTo(halves).isEqualTo(ReachCounts.fold(contacts));
        assertThat(year.contacts()).isEqualTo(3_000);
    }

    @Test
    void orderDoesNotMatter() {
        List<ContactMoment> contacts = contacts(8, 500);
        ReachCounts before = ReachCounts.fold(contacts);
        Collections.shuffle(contacts, new Random(9));
        assertThat(ReachCounts.fold(contacts)).isEqualTo(before);
    }

    @Test
    void everySingleTableAddsUpToTheContacts() {
        ReachCounts counts = ReachCounts.fold(contacts(10, 800));
        for (ReachTable table :
                List.of(ReachTable.CHANNEL, ReachTable.AREA, ReachTable.GENDER, ReachTable.CHANNEL_AND_AREA)) {
            assertThat(counts.table(table).values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .as(table.dimension())
                    .isEqualTo(800);
        }
    }

    @Test
    void namesAreThoseOfTheReports() {
        JsonObject figures = FiguresJson.of(ReachFigures.sum(ReportingPeriod.parse("2025"), List.of(), 0));
        assertThat(figures.members().keySet())
                .containsExactly(
                        "period",
                        "contacts",
                        "contactsBy_channel",
                        "contactsBy_area",
                        "contactsBy_audience",
                        "contactsBy_workForm",
                        "contactsBy_gender",
                        "contactsBy_ageBand",
                        "contactsBy_encounter",
                        "contactsBy_topics",
                        "contactsBy_services",
                        "contactsBy_signals",
                        "contactsBy_languages",
                        "contactsByMonth",
                        "contactsWithoutCode",
                        "needs",
                        "needsBy_lifeDomain",
                        "needsBy_urgency",
                        "needsBy_partner",
                        "needsBy_area",
                        "needsWithDeadline",
                        "needsAcceptedInTime",
                        "needsMinutesToAccept",
                        "needsMinutesToDone",
                        "registrations",
                        "consultations",
                        "preventionActivities",
                        "preventionParticipantsByAudience",
                        "registrationsBy_source",
                        "registrationsBy_area",
                        "consultationsBy_topics",
                        "consultationsBy_area",
                        "preventionActivitiesBy_programme",
                        "preventionActivitiesBy_area",
                        "professionalsReached",
                        "trajectoriesStarted",
                        "trajectoryPeople",
                        "peopleUnder21",
                        "peopleUnder18",
                        "peopleInvoluntary",
                        "trajectoryPeopleBy_gender",
                        "trajectoryPeopleBy_ageBand",
                        "trajectoriesBy_end",
                        "trajectoriesEndedEarly",
                        "peopleExited",
                        "exitsSustained",
                        "relapses",
                        "trajectoriesRunning");
        assertThat(figures.get("contacts")).isEqualTo(0L);
    }

    private static List<ContactMoment> contacts(long seed, int count) {
        Random random = new Random(seed);
        List<ContactMoment> contacts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            contacts.add(ContactSamples.random(random));
        }
        return contacts;
    }

    private static List<DayTally> tallies(List<ContactMoment> contacts) {
        Map<LocalDate, List<ContactMoment>> byDay = contacts.stream()
                .collect(Collectors.groupingBy(ContactMoment::on, LinkedHashMap::new, Collectors.toList()));
        List<DayTally> tallies = new ArrayList<>();
        byDay.forEach((day, those) -> tallies.add(new DayTally("team", day, ReachCounts.fold(those))));
        return tallies;
    }
}
