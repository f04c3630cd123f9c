package nl.bereik.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.sync.PushReply;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.protocol.sync.SyncPaths;

/** A server in a process of its own, on a free port, and what a phone asks of it. */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Ready on port (\\d+)");
    private static final int START_SECONDS = 180;

    private final Path data;
    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<Integer> ready = new CompletableFuture<>();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public ServerProcess(Path data) throws IOException {
        this.data = data;
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                OpenServer.class.getName(),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--bereik.data=" + data));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread reader = new Thread(this::read, "server output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                Matcher matcher = READY.matcher(line);
                if (matcher.find()) {
                    ready.complete(Integer.valueOf(matcher.group(1)));
                }
            }
            ready.completeExceptionally(new IllegalStateException("the server stopped: " + output));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    public int port() throws InterruptedException, ExecutionException, TimeoutException {
        return ready.get(START_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits for a server that is to stop by itself; its exit code. */
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running: " + output);
        }
        return process.exitValue();
    }

    String output() {
        return output.toString();
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitExit();
    }

    /** SIGTERM. */
    int stop() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    void enrol(TestPhone phone) throws IOException, InterruptedException {
        EnrolmentCode code = new EnrolmentCode(Files.readString(data.resolve(OpenServer.CODE_FILE)));
        post(phone, SyncPaths.ENROL, phone.enrolRequest(code));
        approveAll();
    }

    /** Approves every phone that awaits it. */
    public void approveAll() throws IOException, InterruptedException {
        JsonObject all = Json.readObject(send(request("/api/v1/installs").build()));
        for (JsonObject install : all.list("installs", JsonObject.class)) {
            String digits = install.optionalText("digits");
            if (digits != null) {
                send(request("/api/v1/installs/" + install.text("id") + "/approve")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                JsonObject.of(Map.of("digits", digits)).text()))
                        .build());
            }
        }
    }

    PushReply push(TestPhone phone, List<PushItem> items) throws IOException, InterruptedException {
        return PushReply.decode(post(phone, SyncPaths.PUSH, PushBatch.encode(items)));
    }

    long contacts(String period) throws IOException, InterruptedException {
        return figures(period).number("contacts");
    }

    public JsonObject figures(String period) throws IOException, InterruptedException {
        return Json.readObject(send(request("/api/v1/figures/" + period).build()));
    }

    /** A new enrolment code as it is shown. */
    public String newCode() throws IOException, InterruptedException {
        return Json.readObject(send(request("/api/v1/enrolment-codes")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build()))
                .text("code");
    }

    private byte[] post(TestPhone phone, String path, byte[] body) throws IOException, InterruptedException {
        byte[] sent = TestPhone.gzip(body);
        return send(request(path)
                .header("Content-Encoding", "gzip")
                .header(RequestProof.HEADER, phone.proof("POST", path, sent, Instant.now()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(sent))
                .build());
    }

    private HttpRequest.Builder request(String path) throws InterruptedException {
        try {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                    .timeout(Duration.ofSeconds(30));
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> reply = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (reply.statusCode() / 100 != 2) {
            throw new IllegalStateException(new String(reply.body(), StandardCharsets.UTF_8));
        }
        return reply.body();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
