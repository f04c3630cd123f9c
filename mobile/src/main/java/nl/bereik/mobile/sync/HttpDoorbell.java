package nl.bereik.mobile.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.protocol.sync.SyncPaths;
import org.jspecify.annotations.Nullable;

/** Server-sent events over HTTP/1.1 through the JDK's client. */
public final class HttpDoorbell implements Doorbell {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration REPLY_TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_REFUSAL_BYTES = 64 << 10;

    /** No line of this protocol is near as long; what is comes from another server. */
    private static final int MAX_LINE_BYTES = 1 << 10;

    private static final String RING = "event:" + SyncPaths.DOORBELL_RING;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Executor ear;

    /** @param ear where a line is listened to for as long as it is open */
    public HttpDoorbell(Executor ear) {
        this.ear = ear;
    }

    @Override
    public Listening listen(WireRequest wire, Ears ears) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(wire.server() + wire.path()))
                .timeout(REPLY_TIMEOUT)
                .header("User-Agent", "Bereik")
                .header("Accept", "text/event-stream")
                .GET();
        wire.headers().forEach(request::header);
        Line line = new Line(client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream()), ears);
        ear.execute(line::listen);
        return line;
    }

    private static final class Line implements Listening {
        private final CompletableFuture<HttpResponse<InputStream>> reply;
        private final Ears ears;
        private final AtomicReference<@Nullable InputStream> open = new AtomicReference<>();
        private volatile boolean closed;

        Line(CompletableFuture<HttpResponse<InputStream>> reply, Ears ears) {
            this.reply = reply;
            this.ears = ears;
        }

        void listen() {
            Refusal refusal = null;
            try {
                HttpResponse<InputStream> response = reply.join();
                try (InputStream body = response.body()) {
                    open.set(body);
                    if (closed) {
                        return;
                    }
                    if (isStream(response)) {
                        hear(body);
                    } else {
                        refusal = Refusal.decode(body.readNBytes(MAX_REFUSAL_BYTES));
                    }
                }
            } catch (IOException | RuntimeException e) {
                // However a line ends, it is tried again.
                refusal = null;
            }
            if (!closed) {
                ears.ended(refusal);
            }
        }

        private static boolean isStream(HttpResponse<InputStream> response) {
            return response.statusCode() == 200
                    && response.headers()
                            .firstValue("Content-Type")
                            .filter(type -> type.startsWith("text/event-stream"))
                            .isPresent();
        }

        private void hear(InputStream body) throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = body.read(); next >= 0 && !closed; next = body.read()) {
                if (next != '\n') {
                    line.write(next);
                    if (line.size() > MAX_LINE_BYTES) {
                        return;
                    }
                    continue;
                }
                String text = line.toString(StandardCharsets.UTF_8).strip().replace(" ", "");
                line.reset();
                if (text.equals(RING)) {
                    ears.rung();
                } else if (text.startsWith(":")) {
                    ears.stillThere();
                }
            }
        }

        @Override
        public void close() {
            closed = true;
            reply.cancel(true);
            InputStream body = open.get();
            if (body != null) {
                try {
                    body.close();
                } catch (IOException e) {
                    // It is at its end, which is what was wanted.
                    return;
                }
            }
        }
    }
}
