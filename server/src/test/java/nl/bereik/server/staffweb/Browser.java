package nl.bereik.server.staffweb;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium; tests that need it are skipped, saying so, where there is none. */
final class Browser implements AutoCloseable {
    /** Names another browser to use. */
    private static final String PROPERTY = "bereik.test.browser";

    /** How long a page may take on a busy machine. */
    private static final double PATIENCE_MILLIS = 90_000;

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    static Browser startOrSkip() {
        Path path = Path.of(System.getProperty(PROPERTY, "/usr/bin/chromium"));
        Assumptions.assumeTrue(
                Files.isExecutable(path),
                () -> "skipped: no browser at " + path + "; install Debian's chromium or set -D" + PROPERTY);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(path)
                                .setArgs(ARGUMENTS)));
    }

    /** A profile of its own, as patient as the assertions. */
    BrowserContext context(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
