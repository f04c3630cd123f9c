package nl.bereik.mobile.cli;

import java.io.PrintWriter;

/** One line on the terminal that is written over; nothing at all when nobody watches. */
final class Progress {
    private final PrintWriter err;
    private final boolean watched = System.console() != null;
    private boolean shown;

    Progress(PrintWriter err) {
        this.err = err;
    }

    void show(String text) {
        if (watched) {
            err.print("\r\u001b[K" + text);
            err.flush();
            shown = true;
        }
    }

    void end() {
        if (shown) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
