package nl.bereik.server.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Firebase's HTTP v1 API and the token endpoint of its accounts, on loopback. Pushes are taken unless replies have been
 * lined up, of which each is given once.
 */
public final class StandInFcm implements AutoCloseable {
    public static final String PROJECT = "stand-in";

    private static final String KEY = privateKey();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final Queue<Reply> accountReplies = new ConcurrentLinkedQueue<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    /** A push as it came in. */
    public record Received(String path, String authorization, JsonObject json) {}

    /** What is done with a request. */
    public interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    public StandInFcm() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::push);
        server.createContext("/token", this::account);
        server.start();
    }

    /** Where it stands for an address. */
    public URI way(URI address) {
        return way(server.getAddress().getPort(), address);
    }

    /** As {@link #way(URI)}, of one in another process. */
    public static URI way(int port, URI address) {
        return URI.create("http://127.0.0.1:" + port + address.getRawPath());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The file of an account that signs in here. */
    public Path credentials(Path folder) {
        String json = JsonObject.of(Map.of(
                        "type", "service_account",
                        "project_id", PROJECT,
                        "private_key_id", "1",
                        "private_key", KEY,
                        "client_email", "bereik@stand-in.invalid",
                        "client_id", "1",
                        "token_uri", "https://accounts.invalid/token"))
                .text();
        try {
            return Files.writeString(folder.resolve("account.json"), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pushes, in the order in which they came. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    public void next(Reply reply) {
        replies.add(reply);
    }

    void nextOfAccount(Reply reply) {
        accountReplies.add(reply);
    }

    /** An error as the API describes it. */
    public static Reply error(int status, String ofGoogle, @Nullable String ofFirebase, String... headers) {
        String details = ofFirebase == null
                ? ""
                : ", \"details\": [{\"@type\": \"type.googleapis.com/google.firebase.fcm.v1.FcmError\", \"errorCode\": \""
                        + ofFirebase + "\"}]";
        return text(
                status,
                "{\"error\": {\"code\": " + status + ", \"message\": \"not the token-of-a-phone\", \"status\": \""
                        + ofGoogle + "\"" + details + "}}",
                headers);
    }

    static Reply text(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json; charset=UTF-8");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    static Reply taken() {
        return text(200, "{\"name\": \"projects/" + PROJECT + "/messages/1\"}");
    }

    /** The connection ends before anything is said. */
    static Reply cut() {
        return HttpExchange::close;
    }

    /** The connection ends within the answer. */
    static Reply cutWithin() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            throw new IOException("cut");
        };
    }

    /** Says nothing as long as it runs. */
    Reply silent() {
        return after(closing, cut());
    }

    /** Begins an answer and never ends it. */
    Reply stuck() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(closing);
        };
    }

    static Reply after(CountDownLatch latch, Reply reply) {
        return exchange -> {
            await(latch);
            reply.to(exchange);
        };
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void push(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                Json.readObject(body(exchange))));
        Reply reply = replies.poll();
        (reply == null ? taken() : reply).to(exchange);
    }

    private void account(HttpExchange exchange) throws IOException {
        body(exchange);
        Reply reply = accountReplies.poll();
        (reply == null
                        ? text(200, "{\"access_token\": \"access\", \"expires_in\": 3600, \"token_type\": \"Bearer\"}")
                        : reply)
                .to(exchange);
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return (zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()).readAllBytes();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static String privateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            String encoded = Base64.getMimeEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
            return pem("PRIVATE KEY", encoded);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String label, String encoded) {
        return "-----BEGIN " + label + "-----\n" + encoded + "\n-----END " + label + "-----\n";
    }
}
