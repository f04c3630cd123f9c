package nl.bereik.server.staffweb;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.bereik.server.staffweb.NeedsStand.ANNA;
import static nl.bereik.server.staffweb.NeedsStand.BAS;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.contact.Signal;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.protocol.need.NeedAct;
import nl.bereik.protocol.need.Urgency;
import nl.bereik.protocol.trajectory.Phase;
import nl.bereik.protocol.trajectory.TrajectoryStep;
import nl.bereik.protocol.trajectory.TrajectoryStep.InPhase;
import nl.bereik.protocol.trajectory.TrajectoryStep.What;
import nl.bereik.server.event.EventSamples;
import nl.bereik.server.event.MemoryEventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A coordinator at the board with needs, in a real browser. */
class NeedsBrowserIT extends BrowserTest {
    @Autowired
    NeedsStand needs;

    @Autowired
    MemoryEventStore events;

    @BeforeEach
    void begin() {
        needs.begin();
    }

    @Test
    void whatIsDoneOnOnePageShowsOnTheOther() {
        UUID need = needs.raised(5, Urgency.TODAY);
        Page one = board("nl-NL");
        Page two = board("en-GB");

        card(one, need).locator("summary").click();
        card(one, need).locator("select").selectOption(ANNA);
        card(one, need).locator("button.primary").click();

        for (Page page : List.of(one, two)) {
            assertThat(page.locator("#cards-ASKED li")).hasCount(1);
            assertThat(page.locator("#cards-OPEN li")).hasCount(0);
        }
        assertThat(card(two, need)).containsText("Anna (IrisZorg) was asked");
        assertThat(two.locator("#summary"))
                .hasText("0 overdue, Open 0, Asked 1, Accepted 0, At work 0, Waiting 0, Closed lately 0");
        assertThat(one.locator("#notices")).containsText("Gedaan: 1 hulpvraag.");
        assertThat(one.locator("#title-ASKED .count")).hasText("1");
        assertThat(one.locator("#to option[value=anna]")).hasText("Anna (IrisZorg), 1 van 4");
    }

    /** A choice that is being made would otherwise be lost whenever a phone syncs. */
    @Test
    void focusTicksAndAnOpenChoiceStayWhileOtherNeedsChange() {
        UUID ticked = needs.raised(5, Urgency.TODAY);
        UUID chosen = needs.raised(4, Urgency.TODAY);
        UUID gone = needs.raised(6, Urgency.TODAY);
        Page page = board("nl-NL");
        card(page, ticked).locator("input[type=checkbox]").check();
        card(page, chosen).locator("summary").click();
        Locator choice = card(page, chosen).locator("select");
        choice.selectOption(BAS);
        choice.focus();
        page.evaluate("window.same = document.activeElement; window.scrollTo(0, 60)");

        UUID urgent = needs.raised(1, Urgency.NOW);
        needs.accept(gone, ANNA);

        assertThat(page.locator("#cards-TAKEN li")).hasCount(1);
        assertThat(page.locator("#cards-OPEN li").first()).hasId("need-" + urgent);
        assertThat(page.locator("#cards-OPEN li")).hasCount(3);
        assertThat(choice).isFocused();
        assertThat(page.evaluate("window.same === document.activeElement")).isEqualTo(true);
        assertThat(choice).hasValue(BAS);
        assertThat(card(page, chosen).locator("details")).hasAttribute("open", "");
        assertThat(card(page, ticked).locator("input[type=checkbox]")).isChecked();
        assertThat(page.locator("#ticked")).hasText("1 aangevinkt");
        assertThat(page.evaluate("window.scrollY")).isEqualTo(60);
    }

    @Test
    void focusGoesAlongWithACardThatMovesWhileSomebodyIsAtIt() {
        UUID need = needs.raised(5, Urgency.TODAY);
        Page page = board("nl-NL");
        card(page, need).locator("summary").click();
        card(page, need).locator("select").focus();

        needs.accept(need, BAS);

        assertThat(page.locator("#cards-TAKEN li")).hasCount(1);
        assertThat(card(page, need).locator("a")).isFocused();
        assertThat(card(page, need).locator("select")).hasCount(0);
    }

    @Test
    void aNeedIsGivenToSomebodyByKeyboardOnly() {
        UUID need = needs.raised(61, Urgency.NOW);
        Page page = board("nl-NL");
        String which = "Wonen, Tiel, " + need.toString().substring(0, 8);
        Locator summary = card(page, need).locator("summary");
        assertThat(summary).hasAttribute("aria-label", "Toewijzen: " + which);
        tabTo(page, summary);
        page.keyboard().press("Enter");
        tabTo(page, page.getByLabel("Toewijzen aan: " + which));
        page.keyboard().type("Bas");
        tabTo(page, card(page, need).locator("button.primary"));
        page.keyboard().press("Enter");

        assertThat(page.locator("#cards-ASKED li")).hasCount(1);
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Gedaan")))
                .hasCount(1);
        assertThat(card(page, need).locator(":focus")).hasCount(1);
        assertThat(needs.find(need).state().assignee()).isEqualTo(BAS);
    }

    @Test
    void severalAreTickedAndGivenAtOnce() {
        UUID one = needs.raised(5, Urgency.TODAY);
        UUID two = needs.raised(5, Urgency.TODAY);
        needs.raised(5, Urgency.TODAY);
        Page page = board("en-GB");
        card(page, one).locator("input[type=checkbox]").check();
        card(page, two).locator("input[type=checkbox]").check();
        assertThat(page.locator("#ticked")).hasText("2 ticked");
        page.locator("#to").selectOption(ANNA);
        page.locator("#bulk button").click();

        assertThat(page.locator("#cards-ASKED li")).hasCount(2);
        assertThat(page.locator("#cards-OPEN li")).hasCount(1);
        assertThat(page.locator("#ticked")).hasText("");
        assertThat(page.locator("input[name=need]:checked")).hasCount(0);
    }

    @Test
    void whatBecomesOverdueShowsWithoutAnyChange() {
        UUID need = needs.raised(59, Urgency.NOW);
        Page page = signedIn("nl-NL");
        page.clock().install();
        page.navigate(address() + "/needs");
        assertThat(page.locator("#board")).hasAttribute("data-next", "61");
        page.evaluate("window.asked = 0; document.addEventListener('live:ask', () => window.asked++)");
        page.clock().fastForward(Duration.ofSeconds(62).toMillis());
        page.waitForFunction("window.asked === 1");
        assertThat(card(page, need)).not().hasClass(Pattern.compile("late"));
    }

    @Test
    void worksWithoutJavaScript() {
        UUID one = needs.raised(5, Urgency.TODAY);
        UUID two = needs.raised(5, Urgency.TODAY);
        Visitor.signedIn(address());
        Page page = open(context(new NewContextOptions().setLocale("nl-NL").setJavaScriptEnabled(false)));
        page.navigate(address() + "/login");
        enter(page, "coordinator", PASSWORD);
        page.navigate(address() + "/needs?urgency=TODAY");
        card(page, one).locator("summary").click();
        card(page, one).locator("select").selectOption(BAS);
        card(page, one).locator("button.primary").click();
        assertThat(page).hasURL(address() + "/needs?urgency=TODAY&done=1");
        assertThat(page.locator(".notice.good")).hasText("Gedaan: 1 hulpvraag.");
        card(page, two).locator("input[type=checkbox]").check();
        page.locator("#bulk button").click();
        assertThat(page.locator(".notice.bad")).containsText("Kies aan wie.");
        assertThat(needs.find(one).state().assignee()).isEqualTo(BAS);
        complaints.removeIf(complaint -> complaint.contains("422"));
    }

    @Test
    void everyControlHasANameAndEveryColumnAHeading() {
        fill();
        Page page = board("nl-NL");
        for (String path : List.of("/needs", "/needs/conference", "/case-managers", "/case-managers/anna")) {
            page.navigate(address() + path);
            Object nameless = page.evaluate("""
                    [...document.querySelectorAll('main button, main a, main select, main input:not([type=hidden]), main summary')]
                      .filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length))
                      .map(e => e.outerHTML)""");
            assertThat(nameless).as(path).isEqualTo(List.of());
            Object twice = page.evaluate("""
                    [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)""");
            assertThat(twice).as(path).isEqualTo(List.of());
            Object order = page.evaluate("""
                    [...document.querySelectorAll('main h1, main h2, main h3')].map(h => Number(h.tagName[1]))
                      .filter((level, i, all) => level - (all[i - 1] ?? 0) > 1)""");
            assertThat(order).as(path).isEqualTo(List.of());
        }
        page.navigate(address() + "/needs");
        for (String column : List.of("Open", "Gevraagd", "Opgepakt", "Bezig", "Wacht", "Onlangs gesloten")) {
            assertThat(page.getByRole(
                            AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("^" + column))))
                    .hasCount(1);
        }
        assertThat(page.locator("[aria-live=polite]")).hasCount(1);
        // What is late says so in words and with a sign, not by its colour alone.
        assertThat(page.locator("li.late .due").first()).containsText("te laat");
        assertThat(page.locator("li.late .due svg").first()).isVisible();
    }

    @Test
    void conferenceListIsPrintedOnA4WithoutNamesOrNavigation() {
        fill();
        Page page = board("nl-NL");
        page.navigate(address() + "/needs/conference");
        assertThat(page.locator("[data-print]")).isVisible();
        assertThat(page.locator("main")).not().containsText("Anna");
        assertThat(page.locator("main")).not().containsText("worker");
        assertThat(page.locator("main")).containsText("IrisZorg");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String part : List.of("header", "[data-print]", ".no-print >> nth=0", ".skip", ".foot")) {
            assertThat(page.locator(part)).isHidden();
        }
        page.setViewportSize(1032, 700);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(1032);
        Page.PdfOptions options = new Page.PdfOptions().setPreferCSSPageSize(true);
        if (picture("conference.pdf") != null) {
            options.setPath(picture("conference.pdf"));
        }
        String pdf = new String(page.pdf(options), StandardCharsets.ISO_8859_1);
        Path print = picture("conference-print.png");
        if (print != null) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(print));
        }
        assertThat(pdf).containsPattern("/MediaBox \\[0 0 84[12][.0-9]* 59[45][.0-9]*]");
    }

    /** Two trajectories of which nothing was told for months, one of them in no phase. */
    private void standStill() {
        LocalDate day = LocalDate.of(2025, 1, 9);
        UUID first = new UUID(0x1a2b3c4d00000000L, 1);
        UUID second = new UUID(0x5e6f708100000000L, 2);
        What start = new TrajectoryStep.Start(Gender.WOMAN, AgeBand.FROM_27, false, null, null);
        installs.set(FakeInstalls.carriedBy(ANNA, "phone"));
        events.clear();
        events.insert(List.of(
                        EventSamples.step(1, NeedsStand.TEAM, day.minusDays(60), first, start),
                        EventSamples.step(2, NeedsStand.TEAM, day, first, new InPhase(Phase.CONTACT, true)),
                        EventSamples.step(3, NeedsStand.TEAM, day, first, new InPhase(Phase.ORIENTATION, true)),
                        EventSamples.step(4, NeedsStand.TEAM, day.plusDays(20), second, start)))
                .block();
    }

    @Test
    void pagesAreLookedAtInBothLanguages() {
        for (String language : List.of("nl-NL", "en-GB")) {
            needs.begin();
            Page page = board(language);
            look(page, "needs-none", language);
            Some some = fill();
            page.navigate(address() + "/needs");
            card(page, some.overdue()).locator("summary").click();
            card(page, some.signal()).locator("input[type=checkbox]").check();
            look(page, "needs", language);
            page.locator("#bulk button").click();
            assertThat(page.locator(".notice.bad")).isVisible();
            look(page, "needs-problem", language);
            page.navigate(address() + "/needs?domain=SOCIAL_NETWORK");
            look(page, "needs-none-fit", language);
            page.navigate(address() + "/needs/" + some.escalated());
            look(page, "need", language);
            page.navigate(address() + "/needs/" + some.atWork());
            look(page, "need-at-work", language);
            page.navigate(address() + "/needs/" + some.escalated());
            needs.accept(some.escalated(), BAS);
            page.locator("form[action$='/unassign'] button").click();
            assertThat(page.locator(".notice.bad")).isVisible();
            look(page, "need-problem", language);
            page.navigate(address() + "/needs/" + some.escalated() + "/withdraw");
            look(page, "need-withdraw", language);
            standStill();
            page.navigate(address() + "/needs/conference");
            look(page, "conference", language);
            page.navigate(address() + "/case-managers");
            look(page, "case-managers", language);
            page.navigate(address() + "/case-managers/anna");
            page.locator("#caseload").fill("vol");
            page.locator("[name=duty-from]").first().fill("20:00");
            page.locator("[name=absence-from]").first().fill("2025-06-03");
            page.locator("[name=absence-to]").first().fill("2025-06-01");
            page.locator("form.fields button").click();
            assertThat(page.locator(".notice.bad li")).hasCount(3);
            assertThat(page.locator("#caseload")).hasValue("vol");
            look(page, "case-manager", language);
            complaints.removeIf(complaint -> complaint.contains("422"));
        }
    }

    /** Some of those that {@link #fill} makes. */
    private record Some(UUID overdue, UUID signal, UUID escalated, UUID atWork) {}

    /** Some of everything. */
    private Some fill() {
        UUID overdue = needs.raised(75, Urgency.NOW, Signal.COERCION, Signal.ACUTE_DANGER);
        UUID signal = needs.raised(12, Urgency.NOW, Signal.MINOR);
        needs.raised(NeedsStand.TEAM, Topic.RIGHTS_TAX_PERMIT, "West Maas en Waal", Duration.ofDays(2), Urgency.WEEK);
        UUID escalated =
                needs.raised(NeedsStand.TEAM, Topic.MENTAL_HEALTH, "Nijmegen", Duration.ofHours(3), Urgency.TODAY);
        needs.askedByRules(escalated, ANNA, "RULE;domain=MENTAL_HEALTH;area=Nijmegen;language=ro;caseload=2/4");
        needs.does(escalated, NeedAct.UNASSIGN, "");
        needs.askedByRules(escalated, BAS, "NEXT;duty=yes;caseload=1/2");
        UUID late = needs.raised(NeedsStand.TEAM, Topic.ADDICTION, "Tiel", Duration.ofHours(27), Urgency.TODAY);
        needs.askedByRules(late, ANNA, "WISHED;person=anna");
        UUID taken = needs.raised(NeedsStand.TEAM, Topic.INCOME_DEBT, "Wijchen", Duration.ofDays(20), Urgency.WEEK);
        needs.acceptedLongAgo(taken, ANNA, Duration.ofDays(18));
        UUID atWork = needs.raised(NeedsStand.TEAM, Topic.EXIT, "Nijmegen", Duration.ofDays(3), Urgency.ROUTINE);
        needs.accept(atWork, ANNA);
        needs.start(atWork, ANNA);
        UUID declined = needs.raised(NeedsStand.TEAM, Topic.VIOLENCE, "Culemborg", Duration.ofHours(5), Urgency.TODAY);
        needs.askedByRules(declined, BAS, "RULE");
        needs.decline(declined, BAS);
        UUID missed = needs.raised(NeedsStand.TEAM, Topic.SEXUAL_HEALTH, "Nijmegen", Duration.ofDays(4), Urgency.WEEK);
        needs.accept(missed, BAS);
        needs.does(missed, NeedAct.MISS, BAS);
        UUID done = needs.raised(NeedsStand.TEAM, Topic.HOUSING, "Druten", Duration.ofDays(5), Urgency.WEEK);
        needs.accept(done, BAS);
        needs.does(done, NeedAct.FINISH, BAS);
        UUID withdrawn = needs.raised(NeedsStand.TEAM, Topic.SAFETY, "Tiel", Duration.ofDays(1), Urgency.NOW);
        needs.does(withdrawn, NeedAct.WITHDRAW, "coordinator");
        return new Some(overdue, signal, escalated, atWork);
    }

    private Page board(String language) {
        Page page = signedIn(language);
        page.navigate(address() + "/needs");
        assertThat(page.locator("body[data-connection=live]")).hasCount(1);
        return page;
    }

    static Locator card(Page page, UUID need) {
        return page.locator("#need-" + need);
    }
}
