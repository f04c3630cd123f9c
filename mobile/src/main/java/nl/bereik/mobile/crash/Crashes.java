package nl.bereik.mobile.crash;

import java.io.PrintStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells of errors that nobody caught by their types and the places in the code, never by their messages: those may
 * quote what somebody typed, and on a phone they end up in a log that other programs can read.
 */
public final class Crashes {
    private Crashes() {}

    /** From now on every thread's uncaught errors are told here so. */
    public static void tellTo(PrintStream out) {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> out.print(report(error)));
    }

    /** Types and places of an error, its causes and what was suppressed; one line each. */
    static String report(Throwable error) {
        StringBuilder report = new StringBuilder("bereik: an error that nobody caught\n");
        append(error, "", report, Collections.newSetFromMap(new IdentityHashMap<>()));
        return report.toString();
    }

    private static void append(@Nullable Throwable error, String as, StringBuilder report, Set<Throwable> told) {
        if (error == null || !told.add(error)) {
            return;
        }
        report.append(as).append(error.getClass().getName()).append('\n');
        for (StackTraceElement frame : error.getStackTrace()) {
            report.append("  at ").append(frame).append('\n');
        }
        for (Throwable suppressed : error.getSuppressed()) {
            append(suppressed, "suppressed: ", report, told);
        }
        append(error.getCause(), "caused by: ", report, told);
    }
}
