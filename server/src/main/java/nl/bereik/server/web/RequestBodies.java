package nl.bereik.server.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.Refusal.Reason;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Reads bodies within limits, as sent and unpacked. */
public final class RequestBodies {
    /** Bytes of a body as sent, at the most; above what gzip can make of a whole batch. */
    public static final int MAX_SENT_BYTES = PushBatch.MAX_BYTES + 1024;

    /** Of a body too large so much is still read and dropped, so that a phone gets to read the refusal. */
    private static final long MAX_DROPPED_BYTES = 64L * 1024 * 1024;

    private static final int CHUNK_BYTES = 8192;

    private RequestBodies() {}

    /**
     * The body's bytes as sent; no bytes when there is none. Errors with {@link RefusedException}
     * {@code BODY_TOO_LARGE}.
     */
    public static Mono<byte[]> read(ServerHttpRequest request) {
        return read(request, MAX_SENT_BYTES);
    }

    /** As {@link #read(ServerHttpRequest)} with a limit of its own. */
    public static Mono<byte[]> read(ServerHttpRequest request, int maxBytes) {
        return Mono.defer(() -> {
            Gathered gathered = new Gathered(maxBytes);
            // Mapped, because a buffer that is ignored downstream would be released there once more.
            return request.getBody()
                    .map(gathered::take)
                    .takeUntil(length -> length > MAX_DROPPED_BYTES)
                    .then(Mono.fromSupplier(gathered::bytes));
        });
    }

    /**
     * Unpacks a body by its {@code Content-Encoding}. Stops as soon as there are too many bytes.
     *
     * @throws RefusedException BROKEN_GZIP, BODY_TOO_LARGE, or UNSUPPORTED_MEDIA_TYPE for an encoding that is not gzip
     */
    public static byte[] unpack(byte[] sent, HttpHeaders headers) {
        List<String> encodings = headers.getOrEmpty(HttpHeaders.CONTENT_ENCODING);
        if (encodings.isEmpty() || encodings.equals(List.of("identity"))) {
            return require(sent);
        }
        if (encodings.size() != 1 || !"gzip".equals(encodings.get(0).toLowerCase(Locale.ROOT))) {
            throw new RefusedException(Reason.UNSUPPORTED_MEDIA_TYPE, HttpHeaders.CONTENT_ENCODING);
        }
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(sent), CHUNK_BYTES)) {
            return require(gzip.readNBytes(PushBatch.MAX_BYTES + 1));
        } catch (IOException e) {
            throw new RefusedException(Reason.BROKEN_GZIP);
        }
    }

    private static byte[] require(byte[] body) {
        if (body.length > PushBatch.MAX_BYTES) {
            throw new RefusedException(Reason.BODY_TOO_LARGE);
        }
        return body;
    }

    private static final class Gathered {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final int maxBytes;
        private long length;

        Gathered(int maxBytes) {
            this.maxBytes = maxBytes;
        }

        /** The bytes seen so far. */
        long take(DataBuffer buffer) {
            length += buffer.readableByteCount();
            try (var in = buffer.asInputStream()) {
                if (length <= maxBytes) {
                    in.transferTo(kept);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                DataBufferUtils.release(buffer);
            }
            return length;
        }

        byte[] bytes() {
            if (length > maxBytes) {
                throw new RefusedException(Reason.BODY_TOO_LARGE);
            }
            return kept.toByteArray();
        }
    }
}
