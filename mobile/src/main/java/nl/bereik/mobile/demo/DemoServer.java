package nl.bereik.mobile.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.teamkey.SixDigits;

/** The server of the demonstration as a process of its own, on this machine only. */
final class DemoServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Process process;
    private final URI address;
    private final Path log;
    private final JsonObject firstStart;
    private final HttpClient http;

    private DemoServer(Process process, URI address, Path log, JsonObject firstStart, HttpClient http) {
        this.process = process;
        this.address = address;
        this.log = log;
        this.firstStart = firstStart;
        this.http = http;
    }

    /**
     * Starts the server and waits until it is healthy.
     *
     * @param jar the server's jar
     * @param port 0 for any free one
     * @param folder where its data and its log go
     * @throws IOException when it does not come up; the message says where its log is
     */
    static DemoServer start(Path jar, int port, Path folder) throws IOException, InterruptedException {
        int chosen = port == 0 ? freePort() : port;
        Path data = folder.resolve("server");
        Path log = folder.resolve("server.log");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "--server.address=127.0.0.1",
                        "--server.port=" + chosen,
                        "--bereik.data=" + data))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        URI address = URI.create("http://127.0.0.1:" + chosen);
        HttpClient http = HttpClient.newHttpClient();
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!healthy(http, address)) {
            if (!process.isAlive() || System.nanoTime() > limit) {
                process.destroy();
                throw new IOException("the server did not start; see " + log);
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        JsonObject firstStart = Json.readObject(Files.readAllBytes(data.resolve("first-start.json")));
        return new DemoServer(process, address, log, firstStart, http);
    }

    URI address() {
        return address;
    }

    Path log() {
        return log;
    }

    String account() {
        return firstStart.text("account");
    }

    String password() {
        return firstStart.text("password");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** A fresh one-time code, asked for as a script would. */
    EnrolmentCode newCode() throws IOException, InterruptedException {
        byte[] reply = post("/api/v1/enrolment-codes", HttpRequest.BodyPublishers.noBody());
        return EnrolmentCode.parse(Json.readObject(reply).text("code"));
    }

    /** Approves the phone that shows these digits, as a coordinator would. */
    void approve(String install, SixDigits digits) throws IOException, InterruptedException {
        post(
                "/api/v1/installs/" + install + "/approve",
                HttpRequest.BodyPublishers.ofString(
                        JsonObject.of(Map.of("digits", digits.text())).text()));
    }

    private byte[] post(String path, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Authorization", "Bearer " + firstStart.text("apiKey"))
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("not done: HTTP " + response.statusCode());
        }
        return response.body();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static boolean healthy(HttpClient http, URI address) throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(address.resolve("/actuator/health"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
