package nl.bereik.server.staffweb;

import static nl.bereik.server.ContactSamples.contact;
import static nl.bereik.server.ContactSamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.access.Role;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail.Noted;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.period.MemoryPeriodSeals;
import nl.bereik.server.period.PeriodSeal;
import nl.bereik.server.reach.PeriodParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PeriodsSliceTest extends StaffWebTest {
    @Autowired
    PeriodParts periods;

    @Autowired
    MemoryPeriodSeals seals;

    @Autowired
    MemoryContactStore contacts;

    @Autowired
    MemoryAuditTrail trail;

    @BeforeEach
    void open() {
        periods.clear();
    }

    @Test
    void asksFirstThenSealsForGoodAndSaysWhoDid() {
        contacts.insert(List.of(stored(1, "team", contact(LocalDate.parse("2022-11-05"), Channel.STREET))))
                .block();
        Visitor coordinator = Visitor.signedIn(address());
        String before = coordinator.get("/periods").body();
        assertThat(before)
                .contains("Vandaag zou niets weggaan.", "Hulpvragen: 12 maanden na hun afsluiting")
                .contains("eerste halfjaar 2025", "loopt tot en met 30 juni 2025", "/periods/2022S2/seal")
                .doesNotContain("/periods/2025S1/seal");

        assertThat(coordinator.get("/periods/2022S2/seal").body())
                .contains("Het tweede halfjaar 2022 verzegelen?", "Een zegel kan niet worden verbroken");
        assertThat(seals.all().collectList().block()).isEmpty();
        trail.clear();
        assertThat(coordinator.post("/periods/2022S2/seal", Map.of()).location())
                .isEqualTo("/periods");

        assertThat(trail.noted()).containsExactly(new Noted("coordinator", AuditAct.PERIOD_SEALED, "2022S2"));
        String after = coordinator.get("/periods").body();
        assertThat(after)
                .contains("op 14 mei 2025, door coordinator", "Vandaag zou weggaan:", "<li>1 contact</li>")
                .doesNotContain("/periods/2022S2/seal");
        assertThat(coordinator.get("/periods", "Accept-Language", "en-GB").body())
                .contains("Half-years", "on 14 May 2025, by coordinator", "over, not sealed");
    }

    @Test
    void halfYearsOfABacklogAreThereToBeSealed() {
        Visitor coordinator = Visitor.signedIn(address());
        assertThat(coordinator.get("/periods").body())
                .contains("/periods/2021S2/seal")
                .doesNotContain("/periods/2021S1/seal");
        periods.counted(LocalDate.parse("2016-11-02"));
        assertThat(coordinator.get("/periods").body())
                .contains("/periods/2021S1/seal", "/periods/2016S2/seal", "/periods/2016S1/seal")
                .doesNotContain("/periods/2015S2/seal");
        assertThat(coordinator.post("/periods/2016S1/seal", Map.of()).location())
                .isEqualTo("/periods");
        assertThat(seals.all().map(PeriodSeal::period).collectList().block())
                .containsExactly(ReportingPeriod.parse("2016S1"));
        assertThat(coordinator.get("/periods").body())
                .as("sealing does not go back further")
                .doesNotContain("/periods/2015S2/seal");
    }

    @Test
    void whatCameTooLateIsShownWithItsDifferenceAndTakenIn() {
        LocalDate autumn = LocalDate.parse("2021-11-05");
        contacts.insert(List.of(stored(21, "team", contact(autumn, Channel.STREET))))
                .block();
        Visitor coordinator = Visitor.signedIn(address());
        coordinator.post("/periods/2021S2/seal", Map.of());
        contacts.insert(List.of(
                        stored(22, "team", contact(autumn, Channel.ZONE)),
                        stored(23, "team", contact(autumn, Channel.STREET))))
                .block();
        String seen = seen(coordinator.get("/periods/2021S2/late").body());
        assertThat(coordinator.get("/periods/2021S2/late").body())
                .contains("Te laat voor het tweede halfjaar 2021", "Er wachten 2 dingen", "Contacten per kanaal: ");
        assertThat(coordinator.get("/periods").body()).contains("2 te laat voor het tweede halfjaar 2021");

        contacts.insert(List.of(stored(24, "team", contact(autumn, Channel.STREET))))
                .block();
        trail.clear();
        Visitor.Page changed = coordinator.post("/periods/2021S2/late", Map.of("seen", seen));
        assertThat(changed.body()).contains("Er is nog niets opgenomen", "Er wachten 3 dingen");
        assertThat(trail.noted()).isEmpty();

        assertThat(coordinator
                        .post("/periods/2021S2/late", Map.of("seen", seen(changed.body())))
                        .location())
                .isEqualTo("/periods/2021S2/late");
        assertThat(trail.noted()).containsExactly(new Noted("coordinator", AuditAct.PERIOD_REVISED, "2021S2"));
        assertThat(coordinator.get("/periods/2021S2/late").body())
                .contains(
                        "Er wacht niets",
                        "Herziening 1 van het tweede halfjaar 2021",
                        "door coordinator: 3 dingen",
                        "+3")
                .doesNotContain("name=\"seen\"");
        assertThat(coordinator
                        .get("/periods/2021S2/late", "Accept-Language", "en-GB")
                        .body())
                .contains("Revision 1 of the second half of 2021", "Contacts by channel: ");

        String revised = "zijn op 14 mei 2025 herzien, nadat hun halfjaar was verzegeld";
        assertThat(coordinator.get("/reports/2021S2").body()).contains(revised);
        assertThat(coordinator.get("/reports/2022S1").body()).contains(revised, "Bekijk wat er is veranderd");
        assertThat(somebody(Role.COORDINATOR, NeedsStand.TEAM)
                        .get("/reports/2022S1")
                        .body())
                .contains(revised)
                .doesNotContain("href=\"/periods\"");
        assertThat(coordinator.get("/reports/2021S1").body()).doesNotContain(revised);
        assertThat(coordinator.get("/reports/2021S2/json").body()).contains("\"revisedAt\":\"2025-05-14T20:45:00Z\"");
    }

    private static String seen(String page) {
        Matcher found = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void whatIsNotSealedHasNothingToTakeIn() {
        Visitor coordinator = Visitor.signedIn(address());
        assertThat(coordinator.get("/periods/2025S1/late").body())
                .contains("telt vanzelf mee")
                .doesNotContain("<form action=\"/periods");
        assertThat(coordinator.post("/periods/2025S1/late", Map.of("seen", "")).body())
                .contains("telt vanzelf mee");
        for (String period : List.of("2024Q1", "2024", "nonsense")) {
            assertThat(coordinator.get("/periods/" + period + "/late").status()).isEqualTo(404);
            assertThat(coordinator
                            .post("/periods/" + period + "/late", Map.of("seen", ""))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void whatIsNotOverOrNoHalfYearIsNotThere() {
        Visitor coordinator = Visitor.signedIn(address());
        coordinator.get("/periods");
        for (String period : List.of("2025S1", "2025S2", "2024Q1", "2024", "nonsense")) {
            assertThat(coordinator.get("/periods/" + period + "/seal").status()).isEqualTo(404);
            assertThat(coordinator
                            .post("/periods/" + period + "/seal", Map.of())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(seals.all().collectList().block()).isEmpty();
    }
}
