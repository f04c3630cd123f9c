package nl.bereik.mobile.device;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import nl.bereik.protocol.push.Platform;

/** Where this device can be nudged while the app is not looked at; a port. */
public interface PushRegistration {
    /** Of what kind the device is; empty when it cannot be nudged. */
    Optional<Platform> platform();

    /**
     * Asks the device for its token, which may ask the user. Calls back on any thread as soon as there is one, and
     * again whenever it changes. Safe to call again; the last listener counts.
     */
    void register(Consumer<String> token);

    /** A device that cannot be nudged. */
    static PushRegistration none() {
        return new PushRegistration() {
            @Override
            public Optional<Platform> platform() {
                return Optional.empty();
            }

            @Override
            public void register(Consumer<String> token) {}
        };
    }

    /** That of the device, in builds that have one; else {@link #none}. */
    static PushRegistration attached() {
        return ServiceLoader.load(PushRegistration.class).findFirst().orElseGet(PushRegistration::none);
    }
}
