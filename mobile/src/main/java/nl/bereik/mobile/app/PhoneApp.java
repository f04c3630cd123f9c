package nl.bereik.mobile.app;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.background.Delays;
import nl.bereik.mobile.crash.Crashes;
import nl.bereik.mobile.device.Device;
import nl.bereik.mobile.disk.FileDisk;
import nl.bereik.mobile.look.Look;
import nl.bereik.mobile.phone.PhoneParts;
import nl.bereik.mobile.sync.HttpDoorbell;
import nl.bereik.mobile.sync.HttpTransport;
import org.jspecify.annotations.Nullable;

/** The phone in a window, or on a phone. */
public final class PhoneApp extends Application {
    private static final double WIDTH = 390;
    private static final double HEIGHT = 844;
    private static final String TITLE = "Bereik";

    /** JavaFX makes the application itself and passes it nothing but strings. */
    private static final AtomicReference<@Nullable PhoneParts> HANDED_OVER = new AtomicReference<>();

    private final ExecutorService storage = Executors.newSingleThreadExecutor(daemons("storage"));
    private final ExecutorService network = Executors.newSingleThreadExecutor(daemons("network"));
    private final ExecutorService ear = Executors.newCachedThreadPool(daemons("doorbell"));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(daemons("timer"));
    private @Nullable Screens screens;

    /** Opens the window with this phone and returns when it has been closed. Call at most once in a process. */
    public static void launchWindow(PhoneParts parts) {
        HANDED_OVER.set(parts);
        launch(PhoneApp.class);
    }

    @Override
    public void start(Stage stage) throws IOException {
        // On a phone this is where the program begins.
        Crashes.tellTo(System.err);
        Device device = Device.attached();
        PhoneParts parts = HANDED_OVER.getAndSet(null);
        Screens shown = new Screens(new Surroundings(
                parts == null ? PhoneParts.real(new FileDisk(Device.usualFolder())) : parts,
                new HttpTransport(),
                new HttpDoorbell(ear),
                new Background(storage, Platform::runLater),
                new Background(network, Platform::runLater),
                Delays.by(timer),
                device));
        screens = shown;
        stage.titleProperty()
                .bind(Bindings.when(shown.hiddenProperty()).then("").otherwise(TITLE));
        stage.setScene(scene(shown, device));
        stage.setMinWidth(320);
        stage.setMinHeight(560);
        // On a desktop a window put away is what leaving the foreground is on a phone.
        stage.iconifiedProperty().addListener((property, before, now) -> {
            if (now) {
                shown.lock();
            }
        });
        stage.show();
    }

    /** The scene of the screens, dressed; it tells them of every touch. */
    static Scene scene(Screens shown, Device device) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = device.fillsScreen()
                ? new Scene(shown.root(), screen.getWidth(), screen.getHeight())
                : new Scene(shown.root(), WIDTH, Math.min(HEIGHT, screen.getHeight()));
        scene.setFill(Color.BLACK);
        shown.root().setPadding(new Insets(device.coveredTop(), 0, 0, 0));
        scene.addEventFilter(InputEvent.ANY, event -> shown.touched());
        HideGesture.on(scene, shown.clock(), !device.fillsScreen(), shown::hide);
        Look.dress(scene);
        return scene;
    }

    @Override
    public void stop() {
        if (screens != null) {
            screens.lock();
        }
        timer.shutdownNow();
        network.shutdownNow();
        ear.shutdownNow();
        storage.shutdown();
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
