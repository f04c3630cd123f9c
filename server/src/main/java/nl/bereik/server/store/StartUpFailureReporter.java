package nl.bereik.server.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells one line, without a stack trace, when the server cannot start with what it was given. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartUpFailureReporter implements SpringBootExceptionReporter {
    private static final Logger LOG = LoggerFactory.getLogger(StartUpFailureReporter.class);

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartUpException) {
                LOG.error("Cannot start: {}", cause.getMessage());
                return true;
            }
        }
        return false;
    }
}
