package nl.bereik.mobile.sync;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** HTTP/1.1 through the JDK's client, gzip both ways. */
public final class HttpTransport implements Transport {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration REPLY_TIMEOUT = Duration.ofSeconds(30);

    /** Longer replies are taken for a broken or hostile server. */
    private static final int MAX_REPLY_BYTES = 4 << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public WireReply exchange(WireRequest wire) throws NoReplyException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(wire.server() + wire.path()))
                .timeout(REPLY_TIMEOUT)
                .header("User-Agent", "Bereik")
                .header("Accept-Encoding", "gzip")
                .method(
                        wire.method(),
                        wire.body().length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(wire.body()));
        wire.headers().forEach(request::header);
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            Map<String, String> headers = new LinkedHashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            return new WireReply(response.statusCode(), headers, body(response));
        } catch (HttpConnectTimeoutException e) {
            throw new NoReplyException(false, e);
        } catch (HttpTimeoutException e) {
            throw new NoReplyException(true, e);
        } catch (IOException e) {
            throw new NoReplyException(false, e);
        }
    }

    private static byte[] body(HttpResponse<InputStream> response) throws IOException {
        boolean gzip = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        try (InputStream raw = response.body();
                InputStream plain = gzip ? new GZIPInputStream(raw) : raw) {
            byte[] body = plain.readNBytes(MAX_REPLY_BYTES + 1);
            if (body.length > MAX_REPLY_BYTES) {
                throw new IOException("the reply is too long");
            }
            return body;
        }
    }
}
