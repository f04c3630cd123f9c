package nl.bereik.server.staffweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditStore;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.audit.MemoryAuditTrail.Noted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AuditSliceTest extends StaffWebTest {
    @Autowired
    MemoryAuditStore store;

    @Autowired
    MemoryAuditTrail trail;

    @BeforeEach
    void forget() {
        store.clear();
        trail.clear();
    }

    @AfterEach
    void works() {
        trail.fail(false);
    }

    @Test
    void tellsWhoDidWhatNewestFirstAndNotesThatItWasRead() {
        note("anna", AuditAct.PHONE_REVOKED, "x7Kp2mQ9aaaa", 2);
        note("phone:R7Kp2mQ9bbbb", AuditAct.PHONE_ENROLLED, "R7Kp2mQ9bbbb", 1);
        note("server", AuditAct.RETENTION_DONE, "contacts", 0);
        Visitor coordinator = Visitor.signedIn(address());
        trail.clear();

        String dutch = coordinator.get("/audit").body();
        assertThat(rows(dutch))
                .containsSubsequence("de server", "contacten", "telefoon R7Kp2mQ9", "Trok een telefoon in", "x7Kp2mQ9");
        assertThat(trail.noted()).containsExactly(new Noted("coordinator", AuditAct.AUDIT_READ, ""));
        assertThat(coordinator.get("/audit", "Accept-Language", "en-GB").body())
                .contains("Audit trail", "Revoked a phone", "the server");
    }

    @Test
    void filtersByWhoWhatAndDay() {
        note("anna", AuditAct.PHONE_REVOKED, "of-anna", 30);
        note("bea", AuditAct.PHONE_REVOKED, "of-beas", 2);
        note("bea", AuditAct.CODE_ISSUED, "of-code", 1);
        Visitor coordinator = Visitor.signedIn(address());

        assertThat(rows(coordinator.get("/audit?who=anna").body()))
                .contains("of-anna")
                .doesNotContain("of-beas");
        assertThat(rows(coordinator.get("/audit?act=CODE_ISSUED&who=bea").body()))
                .contains("of-code")
                .doesNotContain("of-beas");
        assertThat(rows(coordinator.get("/audit?day=2025-05-13").body()))
                .contains("of-anna")
                .doesNotContain("of-code");
        assertThat(coordinator.get("/audit?day=2025-05-12").body()).contains("Er is niets dat past");
        String odd = coordinator
                .get("/audit?day=2025-99-99&act=%3Cb%3E&who=%3Cscript%3E&before=x")
                .body();
        assertThat(odd).doesNotContain("<script>", "&lt;script", "2025-99-99", "&lt;b&gt;");
        assertThat(rows(odd)).contains("of-code", "of-anna");
    }

    @Test
    void pagesBackwardsByNumber() {
        for (int i = 1; i <= 120; i++) {
            note(i % 2 == 0 ? "anna" : "bea", AuditAct.CODE_ISSUED, "team-" + i + "-", 1000 - i);
        }
        Visitor coordinator = Visitor.signedIn(address());

        String first = coordinator.get("/audit").body();
        assertThat(rows(first)).contains("team-120-", "team-71-").doesNotContain("team-70-");
        String second = coordinator.get(older(first)).body();
        assertThat(rows(second)).contains("team-70-", "team-21-").doesNotContain("team-20-", "team-71-");
        String third = coordinator.get(older(second)).body();
        assertThat(rows(third)).contains("team-20-", "team-1-");
        assertThat(third).doesNotContain("rel=\"next\"").contains("href=\"/audit\"");

        String ofAnna = coordinator.get("/audit?who=anna").body();
        assertThat(rows(ofAnna)).contains("team-120-", "team-22-").doesNotContain("team-20-", "team-119-");
        assertThat(rows(coordinator.get(older(ofAnna)).body()))
                .contains("team-20-", "team-2-")
                .doesNotContain("team-1-");
    }

    @Test
    void verifiesAndSaysWhereItIsBroken() {
        note("anna", AuditAct.CODE_ISSUED, "team", 3);
        note("anna", AuditAct.CODE_ISSUED, "team", 2);
        note("anna", AuditAct.CODE_ISSUED, "team", 1);
        Visitor coordinator = Visitor.signedIn(address());
        coordinator.get("/audit");
        trail.clear();

        assertThat(coordinator.post("/audit/verify", Map.of()).location()).isEqualTo("/audit");
        assertThat(coordinator.get("/audit").body()).contains("Nagekeken tot en met nummer 3 op 14 mei 2025 om 22:45");
        assertThat(trail.noted()).contains(new Noted("coordinator", AuditAct.AUDIT_VERIFIED, ""));

        store.tamper(2);
        coordinator.post("/audit/verify", Map.of());
        assertThat(coordinator.get("/audit").body())
                .contains("alleen heel tot en met nummer 1", "Regel 2 is veranderd", "notice bad");
    }

    @Test
    void withoutTheTrailNothingIsDoneOrShown() {
        Visitor coordinator = Visitor.signedIn(address());
        coordinator.get("/phones");
        trail.fail(true);

        assertThat(coordinator.get("/audit").status()).isGreaterThanOrEqualTo(500);
        assertThat(coordinator.get("/figures").status()).isGreaterThanOrEqualTo(500);
        assertThat(coordinator.post("/phones/codes", Map.of()).status()).isGreaterThanOrEqualTo(500);
        assertThat(coordinator.get("/api/v1/installs", "Accept", "*/*").status())
                .isEqualTo(503);
    }

    private void note(String who, AuditAct act, String id, long hoursAgo) {
        store.append(who, act, id, StaffWebApplication.NOW.minus(Duration.ofHours(hoursAgo)));
    }

    private static String rows(String page) {
        int from = page.indexOf("<tbody>");
        return from < 0 ? "" : page.substring(from, page.indexOf("</tbody>"));
    }

    private static String older(String page) {
        int link = page.indexOf("rel=\"next\"");
        int from = page.indexOf("href=\"", link) + 6;
        return page.substring(from, page.indexOf('"', from)).replace("&amp;", "&");
    }
}
