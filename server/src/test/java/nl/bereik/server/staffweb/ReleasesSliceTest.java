package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.reach.ReportingPeriod;
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
        ReportingPeriod period = ReportingPeriod.parse(PERIOD);
        seals.begin(period, "coordinator", StaffWebApplication.NOW).block();
        seals.finish(period).block();
        Visitor coordinator = Visitor.signedIn(address());

        String preview = coordinator.get("/releases/prepare?period=" + PERIOD).body();
        assertThat(preview)
                .contains("tweede halfjaar 2024 publiceren?", "805", "×")
                .doesNotContain(">803<");
        Visitor.Page unsure = coordinator.post("/releases", Map.of("period", PERIOD));
        assertThat(unsure.status()).isEqualTo(422);
        assertThat(unsure.body()).contains("Vink eerst aan");
        assertThat(releases.all().collectList().block()).isEmpty();

        trail.clear();
        assertThat(coordinator
                        .post("/releases", Map.of("period", PERIOD, "sure", "yes"))
                        .location())
                .isEqualTo("/releases");
        String id =
                Objects.requireNonNull(releases.all().blockFirst()).release().id();
        assertThat(trail.noted()).containsExactly(new Noted("coordinator", AuditAct.RELEASE_MADE, id));

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
}
