package nl.bereik.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class EmbeddedStoreIT {
    private static final String FILE = "bereik.mv.db";

    @TempDir
    private Path folder;

    /** A copy of the file taken right after the answer is what a kill at that moment leaves. */
    @Test
    void whatIsAnsweredIsInTheFile() throws IOException {
        Path data = folder.resolve("data");
        try (EmbeddedStore store = EmbeddedStore.open(data);
                MongoClient client = MongoClients.create(store.uri())) {
            for (int i = 0; i < 20; i++) {
                insert(client, i);
                assertThat(countInCopyOf(data)).isEqualTo(i + 1);
            }
        }
    }

    @Test
    void writersAtOnceShareCommitsAndLoseNothing() throws IOException {
        Path data = folder.resolve("data");
        try (EmbeddedStore store = EmbeddedStore.open(data);
                MongoClient client = MongoClients.create(store.uri())) {
            Flux.fromStream(IntStream.range(0, 200).boxed())
                    .flatMap(i -> Mono.from(documents(client).insertOne(new Document("_id", i))), 16)
                    .blockLast();
            assertThat(countInCopyOf(data)).isEqualTo(200);
        }
    }

    /** Readers do not wait for writers and may see a change under way; their answer waits until that is in the file. */
    @Test
    void whatIsReadIsInTheFile() throws IOException {
        Path data = folder.resolve("data");
        try (EmbeddedStore store = EmbeddedStore.open(data);
                MongoClient client = MongoClients.create(store.uri())) {
            List<Integer> ids = IntStream.range(0, 3_000).boxed().toList();
            Mono.from(documents(client)
                            .insertMany(ids.stream()
                                    .map(id -> new Document("_id", id))
                                    .toList()))
                    .block();
            Mono<UpdateResult> change =
                    Mono.from(documents(client).updateMany(Filters.in("_id", ids), Updates.set("changed", true)));
            CompletableFuture<UpdateResult> changing = change.toFuture();
            Bson firstChanged = Filters.and(Filters.eq(0), Filters.eq("changed", true));
            while (find(client, firstChanged).isEmpty()) {
                Thread.onSpinWait();
            }
            Path copy = copyOf(data);
            changing.join();
            try (EmbeddedStore copied = EmbeddedStore.open(copy);
                    MongoClient reader = MongoClients.create(copied.uri())) {
                assertThat(find(reader, firstChanged)).hasSize(1);
            }
        }
    }

    /** The mutant: the backend as it comes, without its background commits so that the test does not race them. */
    @Test
    void theBackendByItselfAnswersBeforeItHasWritten() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        MVStore file = new MVStore.Builder()
                .fileName(data.resolve(FILE).toString())
                .autoCommitDisabled()
                .open();
        MongoServer server = new MongoServer(new H2Backend(file));
        server.bind(new InetSocketAddress("127.0.0.1", 0));
        try (MongoClient client = MongoClients.create(
                "mongodb://127.0.0.1:" + server.getLocalAddress().getPort())) {
            insert(client, 1);
            assertThat(countInCopyOf(data)).isZero();
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void keepsItsDataAndItsFolderToItself() throws IOException {
        Path data = folder.resolve("new/data");
        try (EmbeddedStore store = EmbeddedStore.open(data);
                MongoClient client = MongoClients.create(store.uri())) {
            insert(client, 1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
            assertThatExceptionOfType(StartUpException.class)
                    .isThrownBy(() -> EmbeddedStore.open(data))
                    .withMessageContaining("in use by another server");
        }
        try (EmbeddedStore store = EmbeddedStore.open(data);
                MongoClient client = MongoClients.create(store.uri())) {
            assertThat(count(client)).isEqualTo(1);
        }
    }

    /** What the H2 backend by itself left, in its own way of writing, is there and can be changed. */
    @Test
    void readsAFileOfAnEarlierVersion() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        MVStore file = MVStore.open(data.resolve(FILE).toString());
        MongoServer server = new MongoServer(new H2Backend(file));
        server.bind(new InetSocketAddress("127.0.0.1", 0));
        Document left =
                new Document("_id", "a").append("e", new Document("1", "x")).append("list", List.of("y", 2L));
        try (MongoClient client = MongoClients.create(
                "mongodb://127.0.0.1:" + server.getLocalAddress().getPort())) {
            Mono.from(documents(client).insertOne(left)).block();
        } finally {
            server.shutdown();
        }
        try (EmbeddedStore store = EmbeddedStore.open(data);
                MongoClient client = MongoClients.create(store.uri())) {
            assertThat(find(client, Filters.eq("a"))).containsExactly(left);
            Mono.from(documents(client).updateOne(Filters.eq("a"), Updates.set("e.2", "z")))
                    .block();
        }
        try (EmbeddedStore store = EmbeddedStore.open(data);
                MongoClient client = MongoClients.create(store.uri())) {
            assertThat(find(client, Filters.eq("e.2", "z"))).hasSize(1);
            assertThatExceptionOfType(MongoWriteException.class)
                    .isThrownBy(() -> Mono.from(documents(client).insertOne(new Document("_id", "a")))
                            .block());
        }
    }

    @Test
    void saysWhenTheFolderCannotBeUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThatExceptionOfType(StartUpException.class)
                .isThrownBy(() -> EmbeddedStore.open(file))
                .withMessageContaining(file.toString());
        Path damaged = Files.createDirectory(folder.resolve("damaged"));
        Files.write(damaged.resolve(FILE), new byte[20_000]);
        assertThatExceptionOfType(StartUpException.class)
                .isThrownBy(() -> EmbeddedStore.open(damaged))
                .withMessageContaining("damaged");
    }

    private Path copyOf(Path data) throws IOException {
        Path copy = Files.createTempDirectory(folder, "copy");
        Files.copy(data.resolve(FILE), copy.resolve(FILE));
        return copy;
    }

    private long countInCopyOf(Path data) throws IOException {
        try (EmbeddedStore store = EmbeddedStore.open(copyOf(data));
                MongoClient client = MongoClients.create(store.uri())) {
            return count(client);
        }
    }

    private static void insert(MongoClient client, int id) {
        Mono.from(documents(client).insertOne(new Document("_id", id))).block();
    }

    private static long count(MongoClient client) {
        return Flux.from(documents(client).find()).count().blockOptional().orElseThrow();
    }

    private static List<Document> find(MongoClient client, Bson query) {
        return Flux.from(documents(client).find(query))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static MongoCollection<Document> documents(MongoClient client) {
        return client.getDatabase("test").getCollection("documents");
    }
}
