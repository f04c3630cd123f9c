package nl.bereik.server.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the embedded store finds and changes, in ways of its own. */
final class EmbeddedCollectionIT {
    private static final long SEED = 20250314;

    private final Path data;
    private EmbeddedStore store;
    private MongoClient client;
    private MongoCollection<Document> plain;

    EmbeddedCollectionIT(@TempDir Path folder) {
        data = folder.resolve("data");
        store = EmbeddedStore.open(data);
        client = MongoClients.create(store.uri());
        plain = database().getCollection("documents");
    }

    private void openAgain() {
        close();
        store = EmbeddedStore.open(data);
        client = MongoClients.create(store.uri());
        plain = database().getCollection("documents");
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void findsAndUpdatesByIdBesideOtherConditions() {
        for (int i = 0; i < 10; i++) {
            Mono.from(plain.insertOne(new Document("_id", i).append("even", i % 2 == 0)))
                    .block();
        }
        assertThat(find(plain, and(in("_id", 1, 2, 4, 99), eq("even", true))))
                .extracting(found -> found.get("_id"))
                .containsExactlyInAnyOrder(2, 4);
        assertThat(find(plain, and(eq(3), eq("even", true)))).isEmpty();
        assertThat(find(plain, new Document("_id", 3L).append("even", false))).hasSize(1);
        UpdateResult result = Mono.from(plain.updateMany(in("_id", 1, 2, 2, 3, 99), Updates.set("even", true)))
                .block();
        assertThat(result).isNotNull();
        assertThat(result.getMatchedCount()).isEqualTo(3);
        assertThat(result.getModifiedCount()).isEqualTo(2);
        assertThat(find(plain, eq("even", true))).hasSize(7);
        assertThat(Mono.from(plain.deleteMany(in("_id", 1, 2, 99))).block())
                .isNotNull()
                .extracting(DeleteResult::getDeletedCount)
                .isEqualTo(2L);
        assertThat(count(plain)).isEqualTo(8);
    }

    /** A query finds the same whether an index answers it or the whole collection is gone through. */
    @Test
    void secondaryIndexesAnswerAsIfThereWereNone() {
        MongoCollection<Document> indexed = database().getCollection("indexed");
        Mono.from(indexed.createIndex(Indexes.ascending("team", "days"))).block();
        Mono.from(indexed.createIndex(Indexes.ascending("mark"), new IndexOptions().sparse(true)))
                .block();
        for (int i = 0; i < 300; i++) {
            for (MongoCollection<Document> each : List.of(indexed, plain)) {
                change(each, new SplittableRandom(SEED + i), i);
            }
        }
        answersAreTheSame(indexed);
        openAgain();
        answersAreTheSame(database().getCollection("indexed"));
    }

    private void answersAreTheSame(MongoCollection<Document> indexed) {
        for (Bson query : List.of(
                and(eq("team", "a"), in("days", "1", "3")),
                and(in("days", "2", "2", "9"), eq("team", "b"), eq("mark", true)),
                and(eq("team", "a"), in("days", "1", 2)),
                and(eq("team", "a"), gt("days", "2")),
                and(eq("team", null), eq("days", "1")),
                eq("mark", true),
                eq("mark", null),
                eq("mark", "tru"))) {
            assertThat(find(indexed, query))
                    .as(query.toString())
                    .containsExactlyInAnyOrderElementsOf(find(plain, query));
        }
        assertThat(find(indexed, eq("mark", true))).hasSizeGreaterThan(10);
        assertThat(find(indexed, and(eq("team", "a"), in("days", "1", "3")))).hasSizeGreaterThan(10);
    }

    private static void change(MongoCollection<Document> collection, SplittableRandom random, int i) {
        String some = Integer.toString(random.nextInt(i + 1));
        String day = Integer.toString(random.nextInt(5));
        Mono<?> change =
                switch (random.nextInt(6)) {
                    case 0 -> Mono.from(collection.deleteOne(eq(some)));
                    case 1 -> Mono.from(collection.updateOne(eq(some), Updates.unset("mark")));
                    case 2 -> Mono.from(collection.updateOne(eq(some), Updates.addToSet("days", day)));
                    case 3 -> Mono.from(collection.updateOne(eq(some), Updates.set("team", "b")));
                    default ->
                        Mono.from(collection.replaceOne(
                                eq(Integer.toString(i)),
                                new Document("team", random.nextBoolean() ? "a" : "b")
                                        .append("days", List.of(day))
                                        .append("mark", random.nextInt(3) == 0 ? "true" : true),
                                new ReplaceOptions().upsert(true)));
                };
        change.block();
    }

    /** More than the 48 MB that a message may have, read while it changes. */
    @Test
    void aLargeAnswerComesInParts() {
        String text = "x".repeat(100_000);
        for (int lot = 0; lot < 26; lot++) {
            int from = lot * 20;
            Mono.from(plain.insertMany(IntStream.range(from, from + 20)
                            .mapToObj(i -> new Document("_id", i).append("text", text))
                            .toList()))
                    .block();
        }
        Long read = Flux.from(plain.find())
                .doOnNext(found -> Mono.from(plain.deleteOne(eq(519))).subscribe())
                .count()
                .block();
        assertThat(read).isEqualTo(520);
        assertThat(count(plain)).isEqualTo(519);
    }

    private MongoDatabase database() {
        return client.getDatabase("test");
    }

    private static long count(MongoCollection<Document> documents) {
        return find(documents, new Document()).size();
    }

    private static List<Document> find(MongoCollection<Document> documents, Bson query) {
        return Flux.from(documents.find(query)).collectList().blockOptional().orElseThrow();
    }
}
