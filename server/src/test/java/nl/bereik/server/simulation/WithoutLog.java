package nl.bereik.server.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Servers that fail as they should a million times say nothing of it. */
public final class WithoutLog implements BeforeAllCallback, AfterAllCallback {
    private final Logger log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger own = (Logger) LoggerFactory.getLogger("nl.bereik");
    private @Nullable Level before;
    private @Nullable Level ownBefore;

    @Override
    public void beforeAll(ExtensionContext context) {
        before = log.getLevel();
        ownBefore = own.getLevel();
        log.setLevel(Level.OFF);
        own.setLevel(Level.OFF);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        log.setLevel(before);
        own.setLevel(ownBefore);
    }
}
