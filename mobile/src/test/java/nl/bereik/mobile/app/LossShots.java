package nl.bereik.mobile.app;

import java.io.IOException;
import java.time.Duration;
import javafx.scene.Scene;
import nl.bereik.mobile.phone.Phone;

/** The screens of a phone that is lost, or nearly: wrong PINs, no leave, revoked, erased. */
final class LossShots {
    private LossShots() {}

    /** The phone is locked before and erased after. */
    static void all(Stand stand, Scene scene, Runnable unlock, Runnable lock, PairingShots.Camera camera)
            throws IOException {
        for (int i = 0; i < 4; i++) {
            wrongPin(scene);
        }
        camera.shoot("loss-wait");
        for (int i = 0; i < 4; i++) {
            passAnHour(stand);
            wrongPin(scene);
        }
        camera.shoot("loss-wait-few");
        passAnHour(stand);
        camera.shoot("loss-few");
        unlock.run();
        lock.run();
        stand.clock.pass(Duration.ofDays(15));
        unlock.run();
        camera.shoot("loss-sync-first");
        lock.run();
        try (Phone phone = Phone.open(stand.parts, PhoneSamples.PIN)) {
            phone.revoked();
        }
        unlock.run();
        camera.shoot("loss-revoked");
        lock.run();
        for (int i = 0; i < 10; i++) {
            passAnHour(stand);
            wrongPin(scene);
        }
        camera.shoot("loss-erased");
    }

    private static void passAnHour(Stand stand) {
        stand.clock.pass(Duration.ofHours(1));
        stand.delays.pass(Duration.ofSeconds(1));
    }

    private static void wrongPin(Scene scene) {
        Stand.type(scene, "000000");
        Stand.press(scene, "pin-confirm");
    }
}
