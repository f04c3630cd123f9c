package nl.bereik.server.push;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Sends nothing and says so: for trying out, for training, and until the organisation has set up Firebase. */
final class LoggingSender implements PushSender {
    static final PushOutcome OUTCOME = new PushOutcome.Failed("NO_CREDENTIALS");

    private static final Logger LOG = LoggerFactory.getLogger(LoggingSender.class);

    LoggingSender() {
        LOG.warn("phones get no pushes: bereik.push.credentials is not set");
    }

    @Override
    public Mono<PushOutcome> send(PushToken token, Push push) {
        return Mono.fromSupplier(() -> {
            LOG.info("push {} not sent, urgent: {}", push.id(), push.urgent());
            return OUTCOME;
        });
    }

    @Override
    public boolean reachesPhones() {
        return false;
    }
}
