package nl.bereik.server.reach;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.MongoException;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import nl.bereik.server.store.DuplicateKey;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Revisions as documents of the collection {@code revisions}. */
@Component
final class MongoRevisionStore implements RevisionStore {
    private final ReactiveMongoTemplate template;

    MongoRevisionStore(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Flux<Revision> all() {
        return collection()
                .flatMapMany(revisions -> revisions
                        .find(ne(RevisionDocument.STATE, RevisionDocument.PROPOSED))
                        .sort(Sorts.ascending("_id")))
                .map(RevisionDocument::revision)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<RevisionPlan> open() {
        return collection()
                .flatMap(revisions ->
                        Mono.from(revisions.find(exists(RevisionDocument.STATE)).first()))
                .map(RevisionDocument::plan)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Boolean> propose(RevisionPlan plan) {
        return collection()
                .flatMap(revisions -> Mono.from(revisions.insertOne(RevisionDocument.write(plan))))
                .thenReturn(true)
                .onErrorReturn(DuplicateKey::is, false)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Boolean> begin(RevisionPlan plan) {
        return collection()
                .flatMap(revisions -> Mono.from(revisions.updateOne(
                        and(mine(plan), eq(RevisionDocument.STATE, RevisionDocument.PROPOSED)),
                        Updates.set(RevisionDocument.STATE, RevisionDocument.BEGUN))))
                .map(result -> result.getMatchedCount() == 1)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> withdraw(RevisionPlan plan) {
        return collection()
                .flatMap(revisions -> Mono.from(
                        revisions.deleteOne(and(mine(plan), eq(RevisionDocument.STATE, RevisionDocument.PROPOSED)))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<Void> finish(RevisionPlan plan) {
        return collection()
                .flatMap(revisions -> Mono.from(revisions.updateOne(
                        mine(plan),
                        Updates.combine(
                                Updates.unset(RevisionDocument.STATE),
                                Updates.unset(RevisionDocument.TOKEN),
                                Updates.unset(RevisionDocument.TALLIES),
                                Updates.unset(RevisionDocument.RECOUNTS)))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    private static Bson mine(RevisionPlan plan) {
        return and(eq(plan.revision().number()), eq(RevisionDocument.TOKEN, plan.token()));
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("revisions");
    }
}
