package nl.bereik.mobile.device;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What the app asks of the phone that it runs on. */
public interface Device {
    /** The folder that only this app can read; empty when the device tells none. */
    Optional<Path> privateStorage();

    /** Calls back, on any thread, whenever the app leaves the foreground. */
    void onPause(Runnable listener);

    /** Whether the app has the whole screen to itself, as on a phone. */
    boolean fillsScreen();

    /** How many pixels at the top of the screen are covered by a camera; 0 when none are known. */
    double coveredTop();

    /**
     * Gives a file to the user: puts it into a folder that other apps can read, in the place of one of the same name,
     * and lets the user pick an app to send it with where the device can.
     *
     * @return where it was put
     */
    Path handOut(String name, byte[] content) throws IOException;

    /** Where it can be nudged. */
    default PushRegistration push() {
        return PushRegistration.none();
    }

    /** Where the app's data stands when nobody names a folder: what the device offers, else a folder of the user's. */
    static Path usualFolder() {
        return attached().privateStorage().orElseGet(() -> Path.of(System.getProperty("user.home", "."), ".bereik"));
    }

    /** A device without services of its own. */
    static Device plain() {
        return new PlainDevice();
    }

    /** The device that the app runs on, as far as its services are there. */
    static Device attached() {
        return new AttachDevice();
    }
}
