package nl.bereik.mobile.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.protocol.sync.SyncPaths;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpDoorbellTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final HttpDoorbell doorbell = new HttpDoorbell(threads);
    private HttpServer server;

    private final Doorbell.Ears ears = new Doorbell.Ears() {
        @Override
        public void rung() {
            heard.add("rung");
        }

        @Override
        public void stillThere() {
            heard.add("there");
        }

        @Override
        public void ended(@Nullable Refusal refusal) {
            heard.add("ended " + (refusal == null ? "" : refusal.reason()));
        }
    };

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void hearsRingsAndThatTheServerIsThereAndTheEnd() throws Exception {
        stream("event:changed\ndata:\n\n:\n\nevent: changed\r\ndata\r\n\r\nevent:other\ndata:x\n\n: still\n\n", false);
        listen();
        assertThat(next()).isEqualTo("rung");
        assertThat(next()).isEqualTo("there");
        assertThat(next()).isEqualTo("rung");
        assertThat(next()).isEqualTo("there");
        assertThat(next()).isEqualTo("ended ");
    }

    @Test
    void hangsUpWhenClosedAndThenHearsNothing() throws Exception {
        stream("event:changed\ndata:\n\n", true);
        Doorbell.Listening line = listen();
        assertThat(next()).isEqualTo("rung");
        line.close();
        assertThat(hungUp.await(30, TimeUnit.SECONDS)).as("the server notices").isTrue();
        assertThat(heard).isEmpty();
    }

    @Test
    void tellsWhyItMayNotListen() throws Exception {
        byte[] refusal = new Refusal(Refusal.Reason.REVOKED_INSTALL, null, Instant.EPOCH).encode();
        answer(403, Refusal.MEDIA_TYPE, refusal);
        listen();
        assertThat(next()).isEqualTo("ended REVOKED_INSTALL");
    }

    @Test
    void anythingElseIsAnEndWithoutAReason() throws Exception {
        answer(200, "text/html", "<p>Welcome to our network</p>".getBytes(StandardCharsets.UTF_8));
        listen();
        assertThat(next()).isEqualTo("ended ");
        server.removeContext(SyncPaths.DOORBELL);
        stream("x".repeat(100_000), false);
        listen();
        assertThat(next()).as("a line without end").isEqualTo("ended ");
        server.stop(0);
        listen();
        assertThat(next()).as("nobody there").isEqualTo("ended ");
    }

    private void stream(String text, boolean staysOpen) {
        server.createContext(SyncPaths.DOORBELL, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream;charset=UTF-8");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            if (staysOpen) {
                writeUntilHungUp(exchange);
            }
            exchange.close();
        });
    }

    private void writeUntilHungUp(HttpExchange exchange) {
        byte[] part = " ".repeat(512).getBytes(StandardCharsets.UTF_8);
        try {
            while (true) {
                exchange.getResponseBody().write('\n');
                exchange.getResponseBody().write(part);
                exchange.getResponseBody().flush();
            }
        } catch (IOException e) {
            hungUp.countDown();
        }
    }

    private void answer(int status, String type, byte[] body) {
        server.createContext(SyncPaths.DOORBELL, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private Doorbell.Listening listen() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return doorbell.listen(new WireRequest(address, "GET", SyncPaths.DOORBELL, Map.of(), new byte[0]), ears);
    }

    private @Nullable String next() throws InterruptedException {
        return heard.poll(30, TimeUnit.SECONDS);
    }
}
