package nl.bereik.mobile.app;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

/** A test with a new phone on a stand, its app on a headless screen; the phone is locked when the test ends. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
abstract class PhoneOnScreen {
    Stand stand;
    Screens screens;
    Scene scene;

    @BeforeEach
    void show(@TempDir Path folder, FxRobot robot) {
        robot.interact(() -> {
            stand = new Stand(folder.resolve("phone"));
            screens = stand.start();
            scene = PhoneApp.scene(screens, stand.device);
            Stage stage = FxToolkit.toolkitContext().getRegisteredStage();
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void lock(FxRobot robot) {
        robot.interact(screens::lock);
    }
}
