package nl.bereik.server.web;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Objects;
import nl.bereik.protocol.sync.Refusal.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log of faults by classes and places alone: a message may quote what somebody sent, and a path names things.
 */
final class Faults {
    private static final String OURS = "nl.bereik.";
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    static void log(Reason reason, Throwable failure) {
        LOG.error("{}: {}", reason, told(failure));
    }

    /** The class of the first cause, where it arose, and where it left our code. */
    static String told(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = Objects.requireNonNull(root.getCause());
        }
        StackTraceElement[] trace = root.getStackTrace();
        String first = trace.length == 0 ? "an unknown place" : trace[0].toString();
        String told = root.getClass().getName() + " at " + first;
        return Arrays.stream(trace)
                .filter(place -> place.getClassName().startsWith(OURS))
                .map(StackTraceElement::toString)
                .findFirst()
                .filter(place -> !place.equals(first))
                .map(place -> told + " from " + place)
                .orElse(told);
    }

    /** Whether somebody sent a form that is none, for which the framework has no failure of its own. */
    static boolean isBrokenForm(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure instanceof IllegalArgumentException
                && trace.length > 0
                && trace[0].getClassName().equals(URLDecoder.class.getName());
    }
}
