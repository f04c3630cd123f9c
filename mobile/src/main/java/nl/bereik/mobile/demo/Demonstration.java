package nl.bereik.mobile.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.bereik.mobile.journal.Pin;
import nl.bereik.mobile.sync.SyncResult;
import org.jspecify.annotations.Nullable;

/**
 * A team of phones that log without coverage and sync when it is back, at a real server, until it is interrupted. Its
 * folder is made for it and deleted at the end.
 */
public final class Demonstration implements AutoCloseable {
    private static final Pin WINDOW_PIN = new Pin("246810");
    private static final int HALF_YEAR_CONTACTS = 120;
    private static final int MOST_CONTACTS_OUT_OF_REACH = 9;
    private static final Duration LONGEST_BREATH = Duration.ofSeconds(3);

    private final Path folder;
    private final DemoServer server;
    private final List<DemoPhone> phones = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom();

    private Demonstration(Path folder, DemoServer server) {
        this.folder = folder;
        this.server = server;
    }

    /** Where the phone's window finds the phone that was enrolled for it, and the PIN that opens it. */
    public record Window(Path folder, Pin pin) {}

    /** What the demonstration tells the person who watches. */
    public interface Told {
        void starting();

        void open(URI address, String account, String password, Path serverLog);

        void enrolled(int phones);

        void logged(int phone, int contacts);

        void synced(int phone, SyncResult result);
    }

    /**
     * Starts the server.
     *
     * @param port 0 for any free one
     * @throws IOException when it does not come up; its folder then stays, with the log that says why
     */
    public static Demonstration start(Path serverJar, int port, Told told) throws IOException, InterruptedException {
        told.starting();
        Path folder = Files.createTempDirectory("bereik-demo");
        DemoServer server = DemoServer.start(serverJar, port, folder);
        told.open(server.address(), server.account(), server.password(), server.log());
        return new Demonstration(folder, server);
    }

    /** Enrols a phone for the window, which keeps the team's key; nothing is logged on it. */
    public Window windowPhone() throws IOException, InterruptedException {
        Path place = folder.resolve("window");
        try (DemoPhone keeper = DemoPhone.enrolled(place, WINDOW_PIN, server, random.nextLong())) {
            keeper.sync();
        }
        return new Window(place, WINDOW_PIN);
    }

    /**
     * Lets the phones live until the time is over, the server ends or the thread is interrupted.
     *
     * @param team how many phones
     * @param end when to stop; {@link Instant#MAX} for never
     */
    public void run(int team, Instant end, Told told) throws IOException, InterruptedException {
        for (int i = 0; i < team; i++) {
            Path place = folder.resolve("phone-" + (i + 1));
            phones.add(DemoPhone.enrolled(place, WINDOW_PIN, server, random.nextLong()));
        }
        told.enrolled(team);
        for (int i = 0; i < team; i++) {
            phones.get(i).logHalfYear(HALF_YEAR_CONTACTS);
            told.synced(i + 1, phones.get(i).sync());
        }
        while (Instant.now().isBefore(end) && server.isAlive()) {
            int which = random.nextInt(team);
            int contacts = 1 + random.nextInt(MOST_CONTACTS_OUT_OF_REACH);
            phones.get(which).log(contacts);
            told.logged(which + 1, contacts);
            Thread.sleep(random.nextLong(LONGEST_BREATH.toMillis()));
            told.synced(which + 1, phones.get(which).sync());
        }
    }

    @Override
    public void close() {
        phones.forEach(DemoPhone::close);
        server.close();
        try {
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the demonstration's folder could not be deleted: " + folder, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
