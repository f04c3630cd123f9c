package nl.bereik.mobile;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import nl.bereik.mobile.cli.PhoneCommands;

/** Starts the phone: with a command without a display, else its window. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(PhoneCommands.run(arguments, writer(System.out), writer(System.err), Locale.getDefault(), null));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, Charset.defaultCharset());
    }
}
