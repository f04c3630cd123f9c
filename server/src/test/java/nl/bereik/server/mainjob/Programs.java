package nl.bereik.server.mainjob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The two jars of the build as processes on this machine, each ended by whoever started it. */
final class Programs implements AutoCloseable {
    private static final Path SERVER_JAR = Path.of("target/bereik-server.jar").toAbsolutePath();
    private static final Path PHONE_JAR =
            Path.of("../mobile/target/bereik-phone.jar").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path folder;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> running = new ArrayList<>();
    private @Nullable Process server;
    private int runs;

    Programs(Path folder) {
        this.folder = folder;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command came to. */
    record Ended(int code, String out, String err) {}

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void startServer() throws IOException, InterruptedException {
        Process process = start(
                "server-" + runs++,
                List.of(
                        "-jar",
                        SERVER_JAR.toString(),
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--bereik.data=" + folder.resolve("server")));
        server = process;
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!healthy()) {
            if (!process.isAlive() || System.nanoTime() > limit) {
                throw new AssertionError("the server did not come up");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** As {@code kill -9} does. */
    void killServer() throws InterruptedException {
        if (server != null) {
            server.destroyForcibly().waitFor();
        }
    }

    JsonObject firstStart() throws IOException {
        return Json.readObject(Files.readAllBytes(folder.resolve("server/first-start.json")));
    }

    JsonObject figures(String period) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(
                HttpRequest.newBuilder(address().resolve("/api/v1/figures/" + period))
                        .header("Authorization", "Bearer " + firstStart().text("apiKey"))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new AssertionError("figures answered HTTP " + response.statusCode());
        }
        return Json.readObject(response.body());
    }

    /** Enrols a phone with the first code, and approves it by the digits that it printed. */
    void enrol(String phone, String address) throws IOException, InterruptedException {
        enrol(phone, address, firstStart().text("enrolmentCode"));
    }

    /** Enrols a phone with this code, and approves it by the digits that it printed. */
    void enrol(String phone, String address, String code) throws IOException, InterruptedException {
        Ended enrolled = phone(phone, "enrol", address, code);
        Matcher told = Pattern.compile("as (\\S+)\\R.* shows (\\d{3} \\d{3})").matcher(enrolled.out());
        if (enrolled.code() != 0 || !told.find()) {
            throw new AssertionError("not enrolled: " + enrolled);
        }
        Ended early = phone(phone, "sync");
        if (early.code() != 10 || !early.err().contains("has not approved this phone yet")) {
            throw new AssertionError("synced without approval: " + early);
        }
        HttpResponse<byte[]> response = http.send(
                HttpRequest.newBuilder(address().resolve("/api/v1/installs/" + told.group(1) + "/approve"))
                        .header("Authorization", "Bearer " + firstStart().text("apiKey"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"digits\":\"" + told.group(2) + "\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 204) {
            throw new AssertionError("approving answered HTTP " + response.statusCode());
        }
    }

    /** What the server answers to a body posted with the first API key, as curl does it, be it a refusal. */
    JsonObject post(String path, byte[] body) throws IOException, InterruptedException {
        // A connection of its own: one that the server has closed meanwhile would be tried first and not again.
        return Json.readObject(HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address().resolve(path))
                                .header(
                                        "Authorization",
                                        "Bearer " + firstStart().text("apiKey"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body());
    }

    /** Starts a phone command and lets it run. */
    Process startPhone(String phone, String... command) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-Duser.language=en", "-jar", PHONE_JAR.toString()));
        arguments.addAll(List.of(command));
        arguments.addAll(List.of("--data", folder.resolve(phone).toString()));
        return start(phone + "-" + runs++, arguments);
    }

    /** Runs the demonstration, which starts a server of its own, without a window. */
    Ended demo(int phones, int seconds) throws IOException, InterruptedException {
        String name = "demo-" + runs++;
        Process process = start(
                name,
                List.of(
                        "-Duser.language=en",
                        "-Djava.awt.headless=true",
                        "-jar",
                        PHONE_JAR.toString(),
                        "demo",
                        "--server",
                        SERVER_JAR.toString(),
                        "--phones",
                        Integer.toString(phones),
                        "--seconds",
                        Integer.toString(seconds)));
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the demonstration did not end");
        }
        return new Ended(process.exitValue(), read(name + ".out"), read(name + ".err"));
    }

    /** Runs a phone command to its end. */
    Ended phone(String phone, String... command) throws IOException, InterruptedException {
        String name = phone + "-" + runs;
        Process process = startPhone(phone, command);
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError(String.join(" ", command) + " did not end");
        }
        return new Ended(process.exitValue(), read(name + ".out"), read(name + ".err"));
    }

    private Process start(String name, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // They end before optimising code would have paid.
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        builder.environment().put("BEREIK_PIN", "246813");
        Process process = builder.start();
        running.add(process);
        return process;
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }

    private boolean healthy() throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(address().resolve("/actuator/health"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        running.forEach(Process::destroyForcibly);
    }
}
