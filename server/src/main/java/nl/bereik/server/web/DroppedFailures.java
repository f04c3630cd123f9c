package nl.bereik.server.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Hooks;

/**
 * Failures that nobody waits for any more, as of a line that was torn. Left alone, Reactor logs them with the address
 * that was asked for and with their messages.
 */
@Component
final class DroppedFailures implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(DroppedFailures.class);

    @Override
    public void afterPropertiesSet() {
        Hooks.resetOnErrorDropped();
        Hooks.onErrorDropped(failure -> LOG.warn("nobody waits for {}", Faults.told(failure)));
    }
}
