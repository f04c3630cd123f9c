package nl.bereik.server.need;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoException;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The alerts within the documents of the collection {@code needs}. */
@Component
final class MongoAlertOutbox implements AlertOutbox {
    private static final int TURNS = 20;

    /** Of how many times as many as are wanted some are picked by chance, so that instances seldom want the same. */
    private static final int CHOICE = 4;

    private final ReactiveMongoTemplate template;
    private final RandomGenerator random;

    MongoAlertOutbox(ReactiveMongoTemplate template, RandomGenerator random) {
        this.template = template;
        this.random = random;
    }

    @Override
    public Flux<StoredNeed> claim(String by, Instant now, Instant until, int most) {
        Bson free = or(exists(NeedDocument.CLAIMED_UNTIL, false), lte(NeedDocument.CLAIMED_UNTIL, Date.from(now)));
        Bson due = and(eq(NeedDocument.ALERTING, true), lte(NeedDocument.ALERT_AT, Date.from(now)), free);
        return collection()
                .flatMapMany(needs -> Flux.from(needs.find(due)
                                .projection(Projections.include("_id"))
                                .limit(most * CHOICE))
                        .map(found -> found.getString("_id"))
                        .collectList()
                        .flatMapMany(ids -> claim(needs, some(ids, most), by, until, free)))
                .map(NeedDocument::read)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private List<String> some(List<String> ids, int most) {
        List<String> shuffled = new ArrayList<>(ids);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return shuffled.subList(0, Math.min(most, shuffled.size()));
    }

    private static Flux<Document> claim(
            MongoCollection<Document> needs, List<String> ids, String by, Instant until, Bson free) {
        if (ids.isEmpty()) {
            return Flux.empty();
        }
        return Mono.from(needs.updateMany(
                        and(in("_id", ids), eq(NeedDocument.ALERTING, true), free),
                        Updates.combine(
                                Updates.set(NeedDocument.CLAIMED_BY, by),
                                Updates.set(NeedDocument.CLAIMED_UNTIL, Date.from(until)))))
                .thenMany(Flux.defer(() -> needs.find(and(in("_id", ids), eq(NeedDocument.CLAIMED_BY, by)))));
    }

    @Override
    public Mono<Void> extend(String by, Collection<UUID> claimed, Instant until) {
        List<String> ids = claimed.stream().map(UUID::toString).toList();
        return collection()
                .flatMap(needs -> Mono.from(needs.updateMany(
                        and(in("_id", ids), eq(NeedDocument.CLAIMED_BY, by)),
                        Updates.set(NeedDocument.CLAIMED_UNTIL, Date.from(until)))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<Void> settle(String by, UUID need, UnaryOperator<List<Alert>> change) {
        return collection()
                .flatMap(needs -> settle(needs, by, need, change, TURNS))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static Mono<Void> settle(
            MongoCollection<Document> needs, String by, UUID need, UnaryOperator<List<Alert>> change, int turnsLeft) {
        return Mono.from(needs.find(eq(need.toString())).first()).flatMap(found -> {
            StoredNeed before = NeedDocument.read(found);
            List<Bson> updates = new ArrayList<>(NeedDocument.updates(change.apply(before.alerts())));
            updates.add(Updates.inc(NeedDocument.REV, 1L));
            if (by.equals(found.getString(NeedDocument.CLAIMED_BY))) {
                updates.add(Updates.unset(NeedDocument.CLAIMED_BY));
                updates.add(Updates.unset(NeedDocument.CLAIMED_UNTIL));
            }
            return Mono.from(needs.updateOne(
                            and(eq(need.toString()), eq(NeedDocument.REV, before.rev())), Updates.combine(updates)))
                    .flatMap(result -> result.getMatchedCount() == 1
                            ? Mono.<Void>empty()
                            : again(needs, by, need, change, turnsLeft));
        });
    }

    private static Mono<Void> again(
            MongoCollection<Document> needs, String by, UUID need, UnaryOperator<List<Alert>> change, int turnsLeft) {
        return turnsLeft == 0
                ? Mono.error(new StoreUnavailableException(new IllegalStateException("a need changes all the time")))
                : settle(needs, by, need, change, turnsLeft - 1);
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("needs");
    }
}
