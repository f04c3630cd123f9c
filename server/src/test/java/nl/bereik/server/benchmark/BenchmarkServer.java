package nl.bereik.server.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;

/** The server's jar as operations.md starts it, on a free port, with the embedded store in a folder. */
final class BenchmarkServer implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Ready on port (\\d+)");
    private static final int START_SECONDS = 180;

    private final Path data;
    private final Process process;
    private final CompletableFuture<Integer> ready = new CompletableFuture<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final JsonObject firstStart;

    BenchmarkServer(Path jar, Path data)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        this.data = data;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("bereik.benchmark.jvm", "").split(" ")));
        command.removeIf(String::isEmpty);
        command.addAll(List.of(
                "-jar", jar.toString(), "--server.port=0", "--server.address=127.0.0.1", "--bereik.data=" + data));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread reader = new Thread(this::read, "server output");
        reader.setDaemon(true);
        reader.start();
        port = ready.get(START_SECONDS, TimeUnit.SECONDS);
        firstStart = Json.readObject(Files.readAllBytes(data.resolve("first-start.json")));
    }

    private void read() {
        StringBuilder last = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last.append(line).append('\n');
                Matcher matcher = READY.matcher(line);
                if (matcher.find()) {
                    ready.complete(Integer.valueOf(matcher.group(1)));
                }
            }
            ready.completeExceptionally(new IllegalStateException("the server stopped: " + last));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    Path data() {
        return data;
    }

    int port() {
        return port;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    EnrolmentCode newCode() throws IOException, InterruptedException {
        return EnrolmentCode.parse(
                Json.readObject(send(request("/api/v1/enrolment-codes").POST(HttpRequest.BodyPublishers.noBody())))
                        .text("code"));
    }

    /** Approves every phone that awaits it. */
    void approveAll() throws IOException, InterruptedException {
        JsonObject all = Json.readObject(send(request("/api/v1/installs")));
        for (JsonObject install : all.list("installs", JsonObject.class)) {
            String digits = install.optionalText("digits");
            if (digits != null) {
                send(request("/api/v1/installs/" + install.text("id") + "/approve")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                JsonObject.of(Map.of("digits", digits)).text())));
            }
        }
    }

    long contacts() throws IOException, InterruptedException {
        return Json.readObject(send(request("/api/v1/figures/2025"))).number("contacts");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address().resolve(path))
                .header("Authorization", "Bearer " + firstStart.text("apiKey"));
    }

    private byte[] send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> reply = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (reply.statusCode() / 100 != 2) {
            throw new IOException("the server answered HTTP " + reply.statusCode());
        }
        return reply.body();
    }

    /** A figure of the process in MB, as Linux tells it; 0 where there is no {@code /proc}. */
    double megabytes(String figure) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        Matcher matcher = Pattern.compile(figure + ":\\s+(\\d+) kB").matcher(Files.readString(status));
        return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024.0 : 0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
