package nl.bereik.mobile.app;

import java.io.IOException;
import java.util.function.Consumer;
import javafx.scene.Scene;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.setup.PairingSamples;

/** The screens of approval and of the team's key. */
final class PairingShots {
    /** Takes a picture of what is shown. */
    @FunctionalInterface
    interface Camera {
        void shoot(String name) throws IOException;
    }

    private PairingShots() {}

    /** The phone is locked before and after. */
    static void all(Stand stand, Scene scene, Runnable unlock, Runnable lock, Camera camera) throws IOException {
        with(stand, phone -> PhoneSamples.enrol(phone, false));
        show(scene, unlock, camera, "pairing-approval");
        lock.run();
        with(stand, phone -> {
            PhoneSamples.enrol(phone);
            PairingSamples.asks(phone);
        });
        show(scene, unlock, camera, "pairing-keeper");
        lock.run();
        with(stand, PairingSamples::compares);
        show(scene, unlock, camera, "pairing-compare");
        Stand.press(scene, "pairing-others");
        camera.shoot("pairing-others");
        lock.run();
        with(stand, PairingSamples::keeps);
        show(scene, unlock, camera, "pairing-new");
        lock.run();
    }

    private static void show(Scene scene, Runnable unlock, Camera camera, String name) throws IOException {
        unlock.run();
        camera.shoot(name + "-today");
        Stand.press(scene, "status-pairing");
        camera.shoot(name);
    }

    private static void with(Stand stand, Consumer<Phone> change) {
        try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
            change.accept(phone);
        }
    }
}
