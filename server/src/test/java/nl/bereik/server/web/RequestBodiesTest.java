package nl.bereik.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import nl.bereik.protocol.sync.Refusal.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

final class RequestBodiesTest {
    private final ByteBuf owned = PooledByteBufAllocator.DEFAULT.buffer();

    @AfterEach
    void release() {
        owned.release(owned.refCnt());
    }

    /** An answer that is written from what was read has Spring release whatever is ignored upstream of it. */
    @Test
    void buffersAreReleasedOnce() {
        byte[] read = RequestBodies.read(sent("a contact"))
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .block();

        assertThat(read).asString().isEqualTo("a contact");
        assertThat(owned.refCnt()).isEqualTo(1);
    }

    @Test
    void tooMuchIsReleasedAsWell() {
        Mono<byte[]> read = RequestBodies.read(sent("a contact"), 8);

        StepVerifier.create(read).verifyErrorMessage(Reason.BODY_TOO_LARGE.name());
        assertThat(owned.refCnt()).isEqualTo(1);
    }

    private MockServerHttpRequest sent(String body) {
        owned.writeBytes(body.getBytes(StandardCharsets.UTF_8)).retain();
        return MockServerHttpRequest.post("/")
                .body(Flux.just(new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT).wrap(owned)));
    }
}
