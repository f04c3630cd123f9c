package nl.bereik.mobile.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.bereik.mobile.demo.Demonstration;
import nl.bereik.mobile.sync.SyncResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "demo", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(30);

    @Spec
    CommandSpec spec;

    @Option(names = "--server", paramLabel = "JAR", descriptionKey = "demo.server")
    @Nullable Path serverJar;

    @Option(names = "--port", defaultValue = "0", paramLabel = "N", descriptionKey = "demo.port")
    int port;

    @Option(names = "--phones", defaultValue = "6", paramLabel = "N", descriptionKey = "demo.phones")
    int phones;

    @Option(names = "--seconds", paramLabel = "N", descriptionKey = "demo.seconds")
    @Nullable Long seconds;

    private final Words words;
    private final @Nullable Consumer<Demonstration.Window> window;

    /** @param window opens the phone's window and returns at once; null where there is no display */
    DemoCommand(Words words, @Nullable Consumer<Demonstration.Window> window) {
        this.words = words;
        this.window = window;
    }

    @Override
    public Integer call() throws IOException {
        Path jar = serverJar == null ? besideThePhone() : serverJar;
        if (!Files.isRegularFile(jar)) {
            throw new UsageException(words.get("demo.noServer", jar));
        }
        Thread here = Thread.currentThread();
        CountDownLatch ended = new CountDownLatch(1);
        Thread goodbye = new Thread(() -> {
            here.interrupt();
            await(ended);
        });
        Runtime.getRuntime().addShutdownHook(goodbye);
        Teller teller = new Teller(spec.commandLine().getOut());
        try (Demonstration demonstration = Demonstration.start(jar, port, teller)) {
            if (window != null) {
                Demonstration.Window phone = demonstration.windowPhone();
                teller.say("demo.window", phone.pin().digits());
                window.accept(phone);
            }
            demonstration.run(
                    Math.max(1, phones),
                    seconds == null ? Instant.MAX : Instant.now().plusSeconds(seconds),
                    teller);
        } catch (InterruptedException e) {
            teller.say("demo.ending");
        } finally {
            ended.countDown();
        }
        return ExitCode.DONE;
    }

    private static void await(CountDownLatch ended) {
        try {
            ended.await(LONGEST_GOODBYE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The server's jar as the build leaves it: {@code mobile/target} and {@code server/target} stand side by side. */
    private static Path besideThePhone() {
        try {
            Path phone = Path.of(DemoCommand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return phone.resolve("../../../server/target/bereik-server.jar").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program's own place is no address", e);
        }
    }

    /** Tells on the terminal what happens. */
    private final class Teller implements Demonstration.Told {
        private final PrintWriter out;

        private Teller(PrintWriter out) {
            this.out = out;
        }

        void say(String key, Object... values) {
            out.println(words.get(key, values));
        }

        @Override
        public void starting() {
            say("demo.starting");
        }

        @Override
        public void open(URI address, String account, String password, Path serverLog) {
            say("demo.open", address, account, password, serverLog);
        }

        @Override
        public void enrolled(int count) {
            say("demo.enrolled", count);
        }

        @Override
        public void logged(int phone, int contacts) {
            say("demo.logged", phone, contacts);
        }

        @Override
        public void synced(int phone, SyncResult result) {
            if (result.end() == SyncResult.End.COMPLETE) {
                say(result.proved() ? "demo.proved" : "demo.synced", phone, result.arrived());
            } else {
                say("demo.notSynced", phone, words.reason("end", result.end()));
            }
        }
    }
}
