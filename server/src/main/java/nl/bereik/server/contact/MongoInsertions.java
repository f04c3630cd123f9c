package nl.bereik.server.contact;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import nl.bereik.server.store.BulkInsert;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Inserts many documents at once, each on its own, and says what came of each. */
public final class MongoInsertions {
    private MongoInsertions() {}

    /**
     * Inserts documents; none when there are none. One answer per document, in order. Errors with a MongoException when
     * it is not known what came of them.
     *
     * @param there what stands under the id of the document at this place, which could not be inserted because there is
     *     something; empty when it has gone meanwhile
     */
    public static Mono<List<Insertion>> into(
            MongoCollection<Document> collection, List<Document> documents, IntFunction<Mono<Insertion>> there) {
        if (documents.isEmpty()) {
            return Mono.just(List.of());
        }
        return BulkInsert.into(collection, documents).flatMap(result -> {
            Insertion[] answers = new Insertion[documents.size()];
            Arrays.fill(answers, Insertion.INSERTED);
            result.failures().forEach(i -> answers[i] = Insertion.FAILED);
            return Flux.fromIterable(result.duplicates())
                    .concatMap(i ->
                            there.apply(i).defaultIfEmpty(Insertion.FAILED).doOnNext(answer -> answers[i] = answer))
                    .then(Mono.fromSupplier(() -> List.of(answers)));
        });
    }
}
