package nl.bereik.server.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Mono;

/**
 * What came of inserting many documents at once, each on its own. Read from the write errors: the embedded store's
 * counts are wrong when there are duplicates.
 *
 * @param duplicates the places of documents whose id was there
 * @param failures the places of documents that the store could not insert
 */
public record BulkInsert(List<Integer> duplicates, List<Integer> failures) {
    public BulkInsert {
        duplicates = List.copyOf(duplicates);
        failures = List.copyOf(failures);
    }

    /**
     * Inserts at least one document, in one round trip. Errors with a MongoException when it is not known what came
     * of them, which is the case too when the write concern was not met.
     */
    public static Mono<BulkInsert> into(MongoCollection<Document> collection, List<Document> documents) {
        return Mono.from(collection.insertMany(documents, new InsertManyOptions().ordered(false)))
                .thenReturn(new BulkInsert(List.of(), List.of()))
                .onErrorResume(MongoBulkWriteException.class, BulkInsert::of);
    }

    private static Mono<BulkInsert> of(MongoBulkWriteException e) {
        if (e.getWriteConcernError() != null) {
            return Mono.error(e);
        }
        List<Integer> duplicates = new ArrayList<>();
        List<Integer> failures = new ArrayList<>();
        for (BulkWriteError error : e.getWriteErrors()) {
            (error.getCategory() == ErrorCategory.DUPLICATE_KEY ? duplicates : failures).add(error.getIndex());
        }
        return Mono.just(new BulkInsert(duplicates, failures));
    }
}
