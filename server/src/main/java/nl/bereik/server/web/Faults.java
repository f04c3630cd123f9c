package nl.bereik.server.web;

import java.util.Objects;
import nl.bereik.protocol.sync.Refusal.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log of faults by classes and places alone: a message may quote what somebody sent, and a path names things. */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    static void log(Reason reason, Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = Objects.requireNonNull(root.getCause());
        }
        StackTraceElement[] trace = root.getStackTrace();
        LOG.error("{}: {} at {}", reason, root.getClass().getName(), trace.length == 0 ? "an unknown place" : trace[0]);
    }
}
