package nl.bereik.server.benchmark;

import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import nl.bereik.server.store.StoreHost;
import nl.bereik.server.store.StoreIndexes;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The driver's own bulk insert, unordered, 100 documents at a time, into an empty embedded store with the
 * indexes that the intake has. */
final class RawDriver {
    private static final int BULK = 100;

    private RawDriver() {}

    /**
     * Documents inserted a second.
     *
     * @param one one bulk after the other
     * @param many 50 bulks at once
     */
    record Rates(double one, double many) {}

    /** The contacts that an intake left in a data folder, as it stored them, in the order in which they came. */
    static List<Document> contactsIn(Path data) {
        try (StoreHost host = StoreHost.open(null, data);
                MongoClient client = host.connect()) {
            List<Document> found = Objects.requireNonNull(
                    Flux.from(contacts(client, host).find()).collectList().block());
            found.forEach(document -> document.append("uncounted", true));
            return found.stream()
                    .sorted(Comparator.comparing((Document document) -> document.getString("install"))
                            .thenComparing(document -> document.getLong("opSeq")))
                    .toList();
        }
    }

    /** Warmed up with as many documents as both sides. */
    static Rates measure(Path folder, List<Document> documents) {
        int one = BenchmarkRecords.ONE_PHONE;
        int many = BenchmarkRecords.PHONES * BenchmarkRecords.PER_PHONE;
        int warmUp = documents.size() - one - many;
        try (StoreHost host = StoreHost.open(null, folder);
                MongoClient client = host.connect()) {
            MongoCollection<Document> contacts = contacts(client, host);
            Flux.from(contacts.createIndexes(StoreIndexes.ofContacts())).blockLast();
            insert(contacts, documents.subList(0, warmUp), 1);
            long began = System.nanoTime();
            insert(contacts, documents.subList(warmUp, warmUp + one), 1);
            long between = System.nanoTime();
            insert(contacts, documents.subList(warmUp + one, documents.size()), BenchmarkRecords.PHONES);
            return new Rates(Side.rate(one, between - began), Side.rate(many, System.nanoTime() - between));
        }
    }

    private static void insert(MongoCollection<Document> contacts, List<Document> documents, int atOnce) {
        List<List<Document>> bulks = new ArrayList<>();
        for (int i = 0; i < documents.size(); i += BULK) {
            bulks.add(documents.subList(i, Math.min(i + BULK, documents.size())));
        }
        Flux.fromIterable(bulks)
                .flatMap(bulk -> Mono.from(contacts.insertMany(bulk, new InsertManyOptions().ordered(false))), atOnce)
                .blockLast();
    }

    private static MongoCollection<Document> contacts(MongoClient client, StoreHost host) {
        return client.getDatabase(host.database()).getCollection("contacts");
    }
}
