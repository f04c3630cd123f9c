package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.access.Role;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail.Noted;
import nl.bereik.server.period.MemoryPeriodSeals;
import nl.bereik.server.publish.MemoryReleaseStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReleasesSliceTest extends StaffWebTest {
    private static final String PERIOD = "2024S2";
    private static final String LEFT_OUT =
            "<span aria-hidden=\"true\">×</span><span class=\"unseen\">weggelaten</span>";

    @Autowired
    MemoryPeriodSeals seals;

    @Autowired
    MemoryReleaseStore releases;

    @Autowired
    MemoryAuditTrail trail;

    @BeforeEach
    void open() {
        clear();
        figures.set(Contacts.many(803, "2024-11-03", Channel.ZONE, "Nijmegen"));
    }

    @AfterEach
    void clear() {
        seals.clear();
        releases.clear();
    }

    @Test
    void whatIsNotSealedOrNoPeriodIsRefusedInWords() {
        Visitor coordinator = Visitor.signedIn(address());
        assertThat(coordinator.get("/releases").body())
                .contains("nog niets gepubliceerd", "action=\"/releases/prepare\"");
        Visitor.Page refused = coordinator.get("/releases/prepare?period=" + PERIOD);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Niet gepubliceerd: tweede halfjaar 2024", "niet elk halfjaar");
        assertThat(coordinator
                        .get("/releases/prepare?period=2024-08--2024-09", "Accept-Language", "en-GB")
                        .body())
                .contains("August 2024 – September 2024", "not one of whole quarters");
        assertThat(coordinator.get("/releases/prepare?period=nonsense").body()).contains("dit is geen periode");
    }

    @Test
    void showsWhatWouldLeaveAsksToConfirmAndReleasesForEver() {
        seal();
        Visitor coordinator = Visitor.signedIn(address());

        String preview = coordinator.get("/releases/prepare?period=" + PERIOD).body();
        assertThat(preview)
                .contains("tweede halfjaar 2024 publiceren?", "805", LEFT_OUT, "×: minder dan 10")
                .doesNotContain(">803<");
        Visitor.Page unsure = coordinator.post("/releases", Map.of("period", PERIOD));
        assertThat(unsure.status()).isEqualTo(422);
        assertThat(unsure.body()).contains("Vink eerst aan");
        assertThat(releases.all().collectList().block()).isEmpty();

        trail.clear();
        assertThat(coordinator
                        .post("/releases", Map.of("period", PERIOD, "sure", "yes", "seen", seen(unsure.body())))
                        .location())
                .isEqualTo("/releases");
        String id = released();
        assertThat(trail.noted())
                .containsExactly(
                        new Noted("coordinator", AuditAct.RELEASE_ORDERED, PERIOD),
                        new Noted("coordinator", AuditAct.RELEASE_MADE, id));

        assertThat(coordinator.get("/releases").body()).contains(id, "tweede halfjaar 2024");
        trail.clear();
        for (String kind : List.of("csv", "json", "xlsx", "zip", "pdf")) {
            Visitor.Page file = coordinator.get("/releases/" + id + "/" + kind);
            assertThat(file.status()).as(kind).isEqualTo(200);
            assertThat(file.headers().getFirst("Content-Disposition")).contains("bereik-2024S2-" + id + "." + kind);
        }
        assertThat(trail.noted()).hasSize(5).containsOnly(new Noted("coordinator", AuditAct.RELEASE_TAKEN, id));
        assertThat(coordinator.get("/releases/" + id + "/csv").body()).contains("published", id, "suppressed");
        assertThat(coordinator.get("/releases/" + id + "/exe").status()).isEqualTo(404);
        assertThat(coordinator.get("/releases/none/csv").status()).isEqualTo(404);
        assertThat(coordinator.get("/releases/prepare?period=" + PERIOD).body()).contains("al gepubliceerd");
    }

    @Test
    void whatWouldLeaveIsNotShownUnnoted() {
        Noted foreseen = new Noted("coordinator", AuditAct.RELEASE_FORESEEN, PERIOD);
        Visitor coordinator = Visitor.signedIn(address());
        coordinator.get("/releases");
        trail.clear();
        coordinator.post("/releases", Map.of("period", PERIOD, "sure", "yes"));
        assertThat(trail.noted()).as("refused").containsExactly(foreseen);
        seal();
        trail.clear();
        coordinator.post("/releases", Map.of("period", PERIOD));
        assertThat(trail.noted()).as("not sure").containsExactly(foreseen);
        trail.clear();
        coordinator.post("/releases", Map.of("period", PERIOD, "sure", "yes", "seen", "other"));
        assertThat(trail.noted()).as("changed").containsExactly(foreseen);
        trail.clear();
        coordinator.get("/releases/prepare?period=" + PERIOD);
        assertThat(trail.noted()).as("asked for").containsExactly(foreseen);
    }

    @Test
    void whatHasChangedSinceItWasSeenIsShownAgainAndDoesNotLeave() {
        seal();
        Visitor coordinator = Visitor.signedIn(address());
        String seen = seen(coordinator.get("/releases/prepare?period=" + PERIOD).body());
        figures.add(Contacts.many(100, "2024-12-03", Channel.ZONE, "Nijmegen"));

        Visitor.Page changed = coordinator.post("/releases", Map.of("period", PERIOD, "sure", "yes", "seen", seen));

        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.body()).contains("Sinds u keek is er iets gepubliceerd of herzien", "905");
        assertThat(releases.all().collectList().block()).isEmpty();
        coordinator.post("/releases", Map.of("period", PERIOD, "sure", "yes", "seen", seen(changed.body())));
        assertThat(releases.all().collectList().block()).hasSize(1);
    }

    @Test
    void whoMaySeePublishedFiguresReadsAReleaseOnScreen() {
        seal();
        Visitor coordinator = Visitor.signedIn(address());
        String seen = seen(coordinator.get("/releases/prepare?period=" + PERIOD).body());
        coordinator.post("/releases", Map.of("period", PERIOD, "sure", "yes", "seen", seen));
        String id = released();
        Visitor viewer = somebody(Role.VIEWER);
        assertThat(viewer.get("/published").body()).contains("href=\"/releases/" + id + "\"");
        figures.set(List.of());
        trail.clear();

        assertThat(viewer.get("/releases/" + id).body())
                .contains(
                        "Rapport tweede halfjaar 2024",
                        "minder dan 10 mensen wordt niet getoond",
                        "op veelvouden van 5",
                        "<dd>" + id + "</dd>",
                        "×: minder dan 10 of ter bescherming weggelaten",
                        "Contacten per gemeente en kanaal",
                        ">805<",
                        LEFT_OUT,
                        "/releases/" + id + "/pdf")
                .doesNotContain("??", ">803<");
        assertThat(trail.noted()).singleElement().satisfies(noted -> assertThat(noted)
                .extracting(Noted::act, Noted::id)
                .containsExactly(AuditAct.RELEASES_READ, id));
        assertThat(viewer.get("/releases/" + id, "Accept-Language", "en-GB").body())
                .contains("fewer than 10 people are not shown", "<span class=\"unseen\">left out</span>")
                .doesNotContain("??");
        assertThat(viewer.get("/releases/none").status()).isEqualTo(404);
        assertThat(viewer.get("/releases/prepare?period=" + PERIOD).status()).isEqualTo(403);
    }

    private void seal() {
        ReportingPeriod period = ReportingPeriod.parse(PERIOD);
        seals.begin(period, "coordinator", StaffWebApplication.NOW).block();
        seals.finish(period).block();
    }

    private String released() {
        return Objects.requireNonNull(releases.all().blockFirst()).release().id();
    }

    private static String seen(String page) {
        Matcher found = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
