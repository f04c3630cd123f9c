package nl.bereik.server.store;

import com.mongodb.reactivestreams.client.MongoClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Mono;

/**
 * An empty database: on the embedded store in a folder of its own, or with {@code -Dbereik.test.mongo=URI} on that
 * MongoDB.
 */
public final class TestStore implements AutoCloseable {
    private final Path folder;
    private final StoreHost host;
    private final MongoClient client;
    private final ReactiveMongoTemplate template;

    public TestStore() {
        try {
            folder = Files.createTempDirectory("bereik-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        host = StoreHost.open(uri(), folder);
        client = host.connect();
        template = new ReactiveMongoTemplate(
                client, "bereik-test-" + UUID.randomUUID().toString().substring(0, 8));
        new StoreIndexes(template).afterPropertiesSet();
    }

    /** The MongoDB to test on; null for the embedded store. */
    public static @Nullable String uri() {
        return System.getProperty("bereik.test.mongo");
    }

    public ReactiveMongoTemplate template() {
        return template;
    }

    @Override
    public void close() throws IOException {
        template.getMongoDatabase()
                .flatMap(database -> Mono.from(database.drop()))
                .block();
        client.close();
        host.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
