package nl.bereik.server.push;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's way to the network: each exchange is made once and is over within a time, body and all. Blocks the thread
 * that it is asked on.
 */
final class FcmTransport extends HttpTransport {
    /** Holds what {@code Retry-After} said. */
    static final String TOLD_RETRY_AFTER = "x-told-retry-after";

    private static final String RETRY_AFTER = "retry-after";

    /** Seconds for which the SDK does not wait. */
    private static final String TOO_LONG_FOR_THE_SDK = "86400";

    private static final int UNAVAILABLE = 503;

    private final HttpClient client;
    private final UnaryOperator<URI> way;
    private final Duration patience;

    /**
     * @param way where to go for an address; the same but in tests
     * @param patience for one exchange
     */
    FcmTransport(UnaryOperator<URI> way, Duration patience) {
        this.client = HttpClient.newBuilder().connectTimeout(patience).build();
        this.way = way;
        this.patience = patience;
    }

    @Override
    protected LowLevelHttpRequest buildRequest(String method, String url) {
        return new Exchange(method, way.apply(URI.create(url)));
    }

    private final class Exchange extends LowLevelHttpRequest {
        private final String method;
        private final HttpRequest.Builder request;

        Exchange(String method, URI address) {
            this.method = method;
            this.request = HttpRequest.newBuilder(address);
        }

        @Override
        public void addHeader(String name, String value) {
            request.header(name, value);
        }

        @Override
        public LowLevelHttpResponse execute() throws IOException {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            if (getStreamingContent() != null) {
                getStreamingContent().writeTo(body);
                header("Content-Type", getContentType());
                header("Content-Encoding", getContentEncoding());
            }
            return new Answer(once(request.method(method, BodyPublishers.ofByteArray(body.toByteArray()))
                    .build()));
        }

        private void header(String name, @Nullable String value) {
            if (value != null) {
                request.header(name, value);
            }
        }
    }

    private HttpResponse<byte[]> once(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new InterruptedIOException("no answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("given up");
        } catch (ExecutionException e) {
            throw new IOException("no answer", e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static final class Answer extends LowLevelHttpResponse {
        private final HttpResponse<byte[]> response;
        private final List<Map.Entry<String, String>> headers = new ArrayList<>();

        Answer(HttpResponse<byte[]> response) {
            this.response = response;
            response.headers().map().forEach((name, values) -> values.forEach(value -> add(name, value)));
            if (response.statusCode() == UNAVAILABLE) {
                // Else the SDK sleeps and sends again by itself, up to four times, while others wait for the thread.
                headers.add(Map.entry(RETRY_AFTER, TOO_LONG_FOR_THE_SDK));
            }
        }

        private void add(String name, String value) {
            boolean told = name.toLowerCase(Locale.ROOT).equals(RETRY_AFTER);
            headers.add(Map.entry(told ? TOLD_RETRY_AFTER : name, value));
        }

        @Override
        public InputStream getContent() {
            return new ByteArrayInputStream(response.body());
        }

        @Override
        public @Nullable String getContentEncoding() {
            return response.headers().firstValue("Content-Encoding").orElse(null);
        }

        @Override
        public long getContentLength() {
            return response.body().length;
        }

        @Override
        public @Nullable String getContentType() {
            return response.headers().firstValue("Content-Type").orElse(null);
        }

        @Override
        public String getStatusLine() {
            return "HTTP " + response.statusCode();
        }

        @Override
        public int getStatusCode() {
            return response.statusCode();
        }

        @Override
        public @Nullable String getReasonPhrase() {
            return null;
        }

        @Override
        public int getHeaderCount() {
            return headers.size();
        }

        @Override
        public String getHeaderName(int index) {
            return headers.get(index).getKey();
        }

        @Override
        public String getHeaderValue(int index) {
            return headers.get(index).getValue();
        }
    }
}
