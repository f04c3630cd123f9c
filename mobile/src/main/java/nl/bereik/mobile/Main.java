package nl.bereik.mobile;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import nl.bereik.mobile.app.PhoneApp;
import nl.bereik.mobile.cli.PhoneCommands;
import nl.bereik.mobile.crash.Crashes;
import nl.bereik.mobile.demo.Demonstration;
import nl.bereik.mobile.device.Device;
import nl.bereik.mobile.disk.FileDisk;
import nl.bereik.mobile.phone.PhoneParts;

/** Starts the phone: with a command without a display, else its window. */
public final class Main {
    private static final Set<String> DISPLAY_VARIABLES = Set.of("DISPLAY", "WAYLAND_DISPLAY");

    private static final String PLATFORM = "javafx.platform";

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Crashes.tellTo(System.err);
        // Attach asks for this and remarks on standard error when it is not there; builds for phones set it.
        if (System.getProperty(PLATFORM) == null) {
            System.setProperty(PLATFORM, "desktop");
        }
        boolean folderNamed = arguments.length == 2 && arguments[0].equals("--data");
        if (hasDisplay() && (folderNamed || arguments.length == 0)) {
            Path folder = folderNamed ? Path.of(arguments[1]) : Device.usualFolder();
            PhoneApp.launchWindow(PhoneParts.real(new FileDisk(folder)));
            System.exit(0);
        }
        System.exit(PhoneCommands.run(
                arguments,
                writer(System.out),
                writer(System.err),
                Locale.getDefault(),
                hasDisplay() ? Main::openBeside : null));
    }

    /** Opens the window of a demonstration's phone, on a thread of its own. */
    private static void openBeside(Demonstration.Window window) {
        Thread thread = new Thread(
                () -> {
                    try {
                        PhoneApp.launchWindow(PhoneParts.real(new FileDisk(window.folder())));
                    } catch (IOException | RuntimeException e) {
                        // The demonstration is worth seeing without the window as well.
                        System.err.println("the phone's window could not open: " + e.getMessage());
                    }
                },
                "window");
        thread.setDaemon(true);
        thread.start();
    }

    /** Windows and macOS always have one; elsewhere a session says so. A headless Monocle counts as one. */
    private static boolean hasDisplay() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.startsWith("windows")
                || system.startsWith("mac")
                || "Monocle".equals(System.getProperty("glass.platform"))
                || DISPLAY_VARIABLES.stream()
                        .anyMatch(
                                name -> !System.getenv().getOrDefault(name, "").isEmpty());
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, Charset.defaultCharset());
    }
}
