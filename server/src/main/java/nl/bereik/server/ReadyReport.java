package nl.bereik.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the server listens and where it keeps its data. */
@Component
final class ReadyReport {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyReport.class);

    private final BereikProperties properties;
    private final Environment environment;

    ReadyReport(BereikProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        // The address of a MongoDB may hold a password, so it is not told.
        LOG.info(
                "Ready on port {}, data in {}",
                environment.getProperty("local.server.port"),
                properties.mongo().uri() == null ? properties.data().toAbsolutePath() : "MongoDB");
    }
}
