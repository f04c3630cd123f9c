package nl.bereik.server.staffweb;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.bereik.server.staffweb.NeedsBrowserIT.card;
import static nl.bereik.server.staffweb.NeedsStand.ANNA;
import static nl.bereik.server.staffweb.NeedsStand.BAS;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.need.Urgency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A coordinator at the board with needs when what is asked there cannot be done. */
class BoardTroubleBrowserIT extends BrowserTest {
    @Autowired
    NeedsStand needs;

    @BeforeEach
    void begin() {
        needs.begin();
    }

    @Test
    void whoWasFirstIsToldToWhoCameSecond() {
        UUID need = needs.raised(5, Urgency.TODAY);
        Page page = board();
        page.route("**/needs", Route::abort);
        needs.accept(need, BAS);
        card(page, need).locator("summary").click();
        card(page, need).locator("select").selectOption(ANNA);
        card(page, need).locator("button.primary").click();

        assertThat(page.getByRole(AriaRole.ALERT)
                        .filter(new Locator.FilterOptions().setHasText("Bas (Moviera) heeft hem opgepakt")))
                .hasCount(1);
        assertThat(page.locator("#cards-TAKEN li")).hasCount(1);
        assertThat(needs.find(need).state().status()).isEqualTo(NeedStatus.ACCEPTED);
        complaints.removeIf(complaint -> complaint.contains("422") || complaint.contains("ERR_FAILED"));
    }

    @Test
    void whatCouldNotBeDoneIsToldAndStaysTicked() {
        UUID need = needs.raised(5, Urgency.TODAY);
        Page page = board();
        Locator tick = card(page, need).locator("input[type=checkbox]");
        tick.check();
        page.locator("#to").selectOption(ANNA);
        List<Consumer<Route>> failures = List.of(
                Route::abort,
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("<h1>Bezet</h1>")));
        for (Consumer<Route> failure : failures) {
            page.route("**/needs/assign", failure);
            page.locator("#bulk button").click();
            assertThat(page.getByRole(AriaRole.ALERT))
                    .hasText(Pattern.compile("^Dat is niet gelukt, of niet helemaal."));
            assertThat(page.locator("form[aria-busy]")).hasCount(0);
            assertThat(tick).isChecked();
            assertThat(page.locator("#to")).hasValue(ANNA);
            page.unroute("**/needs/assign");
            page.evaluate("document.querySelector('#notices').replaceChildren()");
        }

        page.locator("#bulk button").click();

        assertThat(page.locator("#notices")).hasText("Gedaan: 1 hulpvraag.");
        assertThat(needs.find(need).state().assignee()).isEqualTo(ANNA);
        complaints.removeIf(complaint -> complaint.contains("503") || complaint.contains("ERR_FAILED"));
    }

    @Test
    void whoWasSignedOutMeanwhileIsToldSoWhereOneSignsIn() {
        UUID need = needs.raised(5, Urgency.TODAY);
        Page page = board();
        card(page, need).locator("summary").click();
        card(page, need).locator("select").selectOption(ANNA);
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("session"));
        card(page, need).locator("button.primary").click();

        assertThat(page).hasURL(address() + "/login?unsaved");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("niet bewaard");
        assertThat(needs.find(need).state().status()).isEqualTo(NeedStatus.OPEN);
        complaints.removeIf(complaint -> complaint.contains("401"));
    }

    /** With a column in the address: going to that address again would only jump there. */
    private Page board() {
        Page page = signedIn("nl-NL");
        page.navigate(address() + "/needs#pile-OPEN");
        assertThat(page.locator("body[data-connection=live]")).hasCount(1);
        return page;
    }
}
