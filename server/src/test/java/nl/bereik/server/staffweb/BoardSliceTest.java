package nl.bereik.server.staffweb;

import static nl.bereik.server.staffweb.NeedsStand.ANNA;
import static nl.bereik.server.staffweb.NeedsStand.BAS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditTrail.Noted;
import org.junit.jupiter.api.Test;

/** The board with needs: what is on it, in what order. */
class BoardSliceTest extends BoardTest {
    private static final Pattern CARD = Pattern.compile("id=\"need-([0-9a-f-]{36})\"");

    @Test
    void everyNeedStandsInItsColumnWithItsCount() {
        UUID open = needs.raised(5, Urgency.ROUTINE);
        UUID asked = needs.raised(5, Urgency.ROUTINE);
        needs.askedByRules(asked, ANNA, "RULE");
        UUID taken = needs.raised(5, Urgency.ROUTINE);
        needs.accept(taken, ANNA);
        UUID atWork = needs.raised(5, Urgency.ROUTINE);
        needs.accept(atWork, ANNA);
        needs.start(atWork, ANNA);
        UUID declined = needs.raised(5, Urgency.ROUTINE);
        needs.askedByRules(declined, BAS, "RULE");
        needs.decline(declined, BAS);
        UUID missed = needs.raised(5, Urgency.ROUTINE);
        needs.accept(missed, ANNA);
        needs.does(missed, NeedAct.MISS, ANNA);
        UUID done = needs.raised(5, Urgency.ROUTINE);
        needs.accept(done, BAS);
        needs.does(done, NeedAct.FINISH, BAS);

        String page = coordinator.get("/needs").body();

        assertThat(ids(column(page, "OPEN"))).containsExactly(open);
        assertThat(ids(column(page, "ASKED"))).containsExactly(asked);
        assertThat(ids(column(page, "TAKEN"))).containsExactly(taken);
        assertThat(ids(column(page, "AT_WORK"))).containsExactly(atWork);
        assertThat(ids(column(page, "WAITING"))).containsExactlyInAnyOrder(declined, missed);
        assertThat(ids(column(page, "CLOSED"))).containsExactly(done);
        assertThat(column(page, "WAITING")).contains("Wacht</span> <span class=\"count\">2</span>");
        assertThat(column(page, "TAKEN")).contains("Anna (IrisZorg) heeft hem opgepakt");
        assertThat(column(page, "TAKEN")).doesNotContain("type=\"checkbox\"");
        // Asked, taken, at work, and tried in vain: what Anna has.
        assertThat(column(page, "OPEN"))
                .contains(
                        "Anna (IrisZorg), 4 van 4",
                        "Bas (Moviera), 0 van 2, afwezig tot en met 3 jun",
                        "Carla, 0 in handen");
        assertThat(trail.noted()).containsExactly(new Noted("coordinator", AuditAct.NEEDS_READ, ""));
    }

    @Test
    void overdueComesFirstThenWhatIsMoreUrgentThenWhatIsOlder() {
        UUID week = needs.raised(60, Urgency.WEEK);
        UUID today = needs.raised(10, Urgency.TODAY);
        UUID todayOlder = needs.raised(20, Urgency.TODAY);
        UUID now = needs.raised(30, Urgency.NOW);
        UUID overdueToday = needs.raised(25 * 60, Urgency.TODAY);
        UUID overdueNow = needs.raised(61, Urgency.NOW);

        String page = coordinator.get("/needs").body();

        assertThat(ids(column(page, "OPEN"))).containsExactly(overdueNow, overdueToday, now, todayOlder, today, week);
        assertThat(page).contains("1 min te laat", "Oppakken voor 23:15", "2 te laat, Open 6", "data-next=\"1801\"");
    }

    @Test
    void nothingSealedIsOnAnyPage() {
        UUID need = needs.raised(61, Urgency.NOW, Signal.COERCION);
        for (String path : List.of("/needs", "/needs/" + need, "/needs/" + need + "/withdraw", "/needs/conference")) {
            assertThat(coordinator.get(path).body())
                    .as(path)
                    .contains(shortOf(need))
                    .doesNotContain("sealed and not", "dGhpcyBpcyBzZWFs");
        }
    }

    @Test
    void showsWhatTheAddressAsksFor() {
        UUID plain = needs.raised(5, Urgency.WEEK);
        UUID signal = needs.raised(5, Urgency.NOW, Signal.MINOR);
        UUID late = needs.raised(61, Urgency.NOW);
        UUID elsewhere = needs.raised("team", Topic.ADDICTION, "Berg en Dal", Duration.ofMinutes(3), Urgency.WEEK);
        needs.accept(elsewhere, BAS);

        assertThat(asked("")).containsExactlyInAnyOrder(plain, signal, late, elsewhere);
        assertThat(asked("?signals=on")).containsExactly(signal);
        assertThat(asked("?overdue=on")).containsExactly(late);
        assertThat(asked("?domain=ADDICTION")).containsExactly(elsewhere);
        assertThat(asked("?area=Berg%20en%20Dal&domain=")).containsExactly(elsewhere);
        assertThat(asked("?urgency=NOW")).containsExactlyInAnyOrder(signal, late);
        assertThat(asked("?who=bas")).containsExactly(elsewhere);
        assertThat(asked("?who=-")).containsExactlyInAnyOrder(plain, signal, late);
        assertThat(asked("?team=nowhere&who=%3Cb%3E&area=x&domain=y&urgency=z")).hasSize(4);
        assertThat(coordinator.get("/needs?who=%3Cb%3Ekanarie").body()).doesNotContain("kanarie");
        assertThat(coordinator.get("/needs?area=Berg%20en%20Dal").body())
                .contains("action=\"/needs/assign?area=Berg%20en%20Dal\"")
                .contains("name=\"here\" value=\"/needs?area=Berg%20en%20Dal\"");
        assertThat(coordinator.get("/needs?domain=EXIT").body()).contains("Geen hulpvraag past hierbij");
    }

    @Test
    void anEmptyBoardSaysHowNeedsCome() {
        assertThat(coordinator.get("/needs").body()).contains("Er zijn geen hulpvragen", "Zodra een veldwerker");
        assertThat(coordinator.get("/needs", "Accept-Language", "en-GB").body())
                .contains("There are no needs")
                .doesNotContain("No need fits this");
    }

    private List<UUID> asked(String query) {
        return ids(coordinator.get("/needs" + query).body());
    }

    private static List<UUID> ids(String part) {
        return CARD.matcher(part)
                .results()
                .map(card -> UUID.fromString(card.group(1)))
                .toList();
    }
}
