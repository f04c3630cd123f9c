package nl.bereik.server.staffweb;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/**
 * The staff web in a real browser. Whatever the browser complains of fails the test, unless the test takes it out of
 * {@link #complaints}.
 */
abstract class BrowserTest extends StaffWebTest {
    static final int WIDE = 1320;
    static final int NARROW = 390;

    /** A folder for pictures of the pages; none are taken without it. */
    private static final @Nullable String PICTURES = System.getProperty("bereik.test.pictures");

    private static final int MOST_TABS = 200;
    private static final int MOST_MILLIS_TO_SETTLE = 10_000;

    private static @Nullable Browser browser;

    /** What the browser complained of. */
    final List<String> complaints = new CopyOnWriteArrayList<>();

    private final List<BrowserContext> contexts = new ArrayList<>();

    @BeforeAll
    static void startBrowser() {
        browser = Browser.startOrSkip();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingToComplainOf() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).isEmpty();
    }

    /** A page of a browser of its own. */
    Page open(String language) {
        return open(context(new NewContextOptions().setLocale(language).setViewportSize(WIDE, 940)));
    }

    /** Another page of a browser. */
    Page open(BrowserContext context) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (!"log".equals(message.type()) && !"info".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    BrowserContext context(NewContextOptions options) {
        BrowserContext context = Objects.requireNonNull(browser).context(options);
        contexts.add(context);
        return context;
    }

    /** Dutch, whose words are the longer; English too when pictures are wanted. */
    static List<String> languages() {
        return PICTURES == null ? List.of("nl-NL") : List.of("nl-NL", "en-GB");
    }

    /** The coordinator's page, in a browser of its own. */
    Page signedIn(String language) {
        Visitor.signedIn(address());
        Page page = open(language);
        page.navigate(address() + "/login");
        enter(page, "coordinator", PASSWORD);
        assertThat(page.locator("nav")).not().hasCount(0);
        return page;
    }

    static void enter(Page page, String name, String password) {
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        page.locator("#password").press("Enter");
    }

    /** Looks at a page wide and narrow, where nothing may stick out; and takes pictures if they are wanted. */
    static void look(Page page, String name, String language) {
        for (int width : List.of(WIDE, NARROW)) {
            page.setViewportSize(width, width == NARROW ? 844 : 940);
            awaitWidth(page, width);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s at %d", name, width)
                    .isEqualTo(width);
            if (PICTURES != null) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(PICTURES, name + "-" + language.substring(0, 2) + "-" + width + ".png")));
            }
        }
        page.setViewportSize(WIDE, 940);
    }

    /** Charts take on the new width a moment later. */
    private static void awaitWidth(Page page, int width) {
        try {
            page.waitForFunction(
                    "width => document.documentElement.scrollWidth === width",
                    width,
                    new Page.WaitForFunctionOptions().setTimeout(MOST_MILLIS_TO_SETTLE));
        } catch (TimeoutError e) {
            // What sticks out is told below.
        }
    }

    static @Nullable Path picture(String name) {
        return PICTURES == null ? null : Path.of(PICTURES, name);
    }

    static void tabTo(Page page, Locator wanted) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(wanted.evaluate("element => element === document.activeElement"))) {
                assertThat(wanted).isFocused();
                return;
            }
        }
        throw new AssertionError("not reached by Tab: " + wanted);
    }
}
