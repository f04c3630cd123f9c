package nl.bereik.mobile.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.device.Device;
import nl.bereik.mobile.device.PushRegistration;
import nl.bereik.mobile.phone.PhoneParts;
import nl.bereik.mobile.sync.Doorbell;
import nl.bereik.mobile.sync.Transport;
import nl.bereik.mobile.sync.WireReply;

/** The whole app on a stand: a folder, a clock, delays and a network that the test holds. Used on the JavaFX thread. */
final class Stand {
    final MovableClock clock = new MovableClock(PhoneSamples.EVENING);
    final ManualDelays delays = new ManualDelays();
    final Deque<Supplier<WireReply>> replies = new ArrayDeque<>();
    final List<String> asked = new ArrayList<>();

    /** Answers what the locked app asks. */
    Transport orders = request -> new WireReply(200, Map.of(), new byte[] {'{', '}'});

    /** Those who listen at the door. */
    final List<Doorbell.Ears> ears = new ArrayList<>();

    private final Doorbell doorbell = (request, listening) -> {
        ears.add(listening);
        return () -> ears.remove(listening);
    };

    final PhoneParts parts;
    final PausingDevice device;

    Stand(Path folder) {
        parts = PhoneSamples.parts(folder, clock);
        device = new PausingDevice(folder);
    }

    Screens start() {
        return new Screens(around());
    }

    /** What is around a phone on this stand. */
    Surroundings around() {
        Background direct = Background.direct();
        return new Surroundings(parts, network(), doorbell, direct, direct, delays, device);
    }

    /** Answers what was put in line, and nothing else: then there is no coverage. */
    Transport network() {
        return request -> {
            if (request.path().startsWith("/sync/v1/orders/") || request.path().equals("/sync/v1/wiped")) {
                asked.add(request.path());
                return orders.exchange(request);
            }
            Supplier<WireReply> next = replies.poll();
            if (next == null) {
                throw new Transport.NoReplyException(false, new IOException("no coverage"));
            }
            return next.get();
        };
    }

    /** Presses what has this id. */
    static void press(Scene scene, String id) {
        // What scrolls is in the scene only after its skin has been made.
        scene.getRoot().applyCss();
        Node node = scene.lookup("#" + id);
        if (!(node instanceof ButtonBase button)) {
            throw new AssertionError("no button " + id);
        }
        button.fire();
    }

    static void type(Scene scene, String pin) {
        pin.chars().forEach(digit -> press(scene, "pin-" + (char) digit));
    }

    /** A device that leaves the foreground when the test says so. */
    static final class PausingDevice implements Device {
        private final Path folder;
        Runnable pause = () -> {};

        /** Where it can be nudged; nowhere until the test says so. */
        PushRegistration push = PushRegistration.none();

        PausingDevice(Path folder) {
            this.folder = folder;
        }

        @Override
        public Optional<Path> privateStorage() {
            return Optional.empty();
        }

        @Override
        public void onPause(Runnable listener) {
            pause = listener;
        }

        @Override
        public boolean fillsScreen() {
            return false;
        }

        @Override
        public double coveredTop() {
            return 0;
        }

        @Override
        public PushRegistration push() {
            return push;
        }

        @Override
        public Path handOut(String name, byte[] content) throws IOException {
            return Files.write(folder.resolve(name), content);
        }
    }
}
