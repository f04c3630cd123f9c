package nl.bereik.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

final class UpsertTest {
    private static final int DUPLICATE = 11_000;
    private static final int TOO_LARGE = 10_334;

    private final AtomicInteger tries = new AtomicInteger();

    private Mono<String> failing(int times, int code) {
        return Mono.fromSupplier(() -> {
                    if (tries.incrementAndGet() <= times) {
                        throw new MongoWriteException(
                                new WriteError(code, "", new BsonDocument()), new ServerAddress(), List.of());
                    }
                    return "written";
                })
                .retryWhen(Upsert.onceMore());
    }

    @Test
    void whoLosesToAnotherThatInsertedTriesOnceMore() {
        StepVerifier.create(failing(1, DUPLICATE)).expectNext("written").verifyComplete();
    }

    @Test
    void twiceIsADuplicateThatTheCallerSees() {
        StepVerifier.create(failing(2, DUPLICATE)).verifyError(MongoWriteException.class);
        assertThat(tries).hasValue(2);
    }

    @Test
    void otherFailuresAreNotTriedAgain() {
        StepVerifier.create(failing(1, TOO_LARGE)).verifyError(MongoWriteException.class);
        assertThat(tries).hasValue(1);
    }
}
