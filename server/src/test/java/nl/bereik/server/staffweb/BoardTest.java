package nl.bereik.server.staffweb;

import java.util.UUID;
import nl.bereik.server.audit.MemoryAuditTrail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A coordinator at the board. */
abstract class BoardTest extends StaffWebTest {
    @Autowired
    NeedsStand needs;

    @Autowired
    MemoryAuditTrail trail;

    Visitor coordinator = new Visitor("http://127.0.0.1");

    @BeforeEach
    void begin() {
        needs.begin();
        coordinator = Visitor.signedIn(address());
        coordinator.get("/account");
        trail.clear();
    }

    @AfterEach
    void works() {
        trail.fail(false);
    }

    static String shortOf(UUID need) {
        return need.toString().substring(0, 8);
    }

    static String column(String page, String code) {
        int from = page.indexOf("id=\"pile-" + code + "\"");
        return page.substring(from, page.indexOf("</section>", from));
    }
}
