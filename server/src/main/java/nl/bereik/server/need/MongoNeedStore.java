package nl.bereik.server.need;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.MongoException;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.server.contact.Insertion;
import nl.bereik.server.contact.MongoInsertions;
import nl.bereik.server.period.TeamDay;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Needs as documents of the collection {@code needs}. */
@Component
final class MongoNeedStore implements NeedStore {
    private final ReactiveMongoTemplate template;

    MongoNeedStore(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<List<Insertion>> insert(List<StoredNeed> needs) {
        if (needs.isEmpty()) {
            return Mono.just(List.of());
        }
        List<Document> documents = needs.stream().map(NeedDocument::write).toList();
        return collection()
                .flatMap(
                        collection -> MongoInsertions.into(collection, documents, i -> there(collection, needs.get(i))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    /** What stands under the id of a need that could not be inserted because there is something. */
    private static Mono<Insertion> there(MongoCollection<Document> collection, StoredNeed need) {
        return Mono.from(collection.find(eq(need.id().toString())).projection(Projections.include(NeedDocument.HASH)))
                .map(found -> need.hash().toString().equals(found.getString(NeedDocument.HASH))
                        ? Insertion.SAME_CONTENT
                        : Insertion.OTHER_CONTENT);
    }

    @Override
    public Mono<StoredNeed> find(UUID id) {
        return collection()
                .flatMap(needs -> Mono.from(needs.find(eq(id.toString()))))
                .map(NeedDocument::read)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Boolean> move(StoredNeed before, NeedMove move) {
        return collection()
                .flatMap(needs -> Mono.from(needs.updateOne(
                        and(
                                eq(before.id().toString()),
                                eq(NeedDocument.REV, before.rev()),
                                ne(
                                        NeedDocument.HISTORY + '.' + NeedDocument.OP_ID,
                                        move.done().opId().toString())),
                        Updates.combine(NeedDocument.updates(before, move)))))
                .map(result -> result.getMatchedCount() == 1)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> late(UUID id, String account) {
        return collection()
                .flatMap(needs ->
                        Mono.from(needs.updateOne(eq(id.toString()), Updates.addToSet(NeedDocument.LATE, account))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Flux<StoredNeed> forRules(Instant now, int most) {
        return collection()
                .flatMapMany(needs -> needs.find(
                                and(eq(NeedDocument.RULED, true), lte(NeedDocument.RULES_AT, Date.from(now))))
                        .limit(most))
                .map(NeedDocument::read)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Map<String, Long>> caseloads(Collection<String> teams) {
        List<String> those = Arrays.stream(NeedStatus.values())
                .filter(NeedStatus::isSomebodys)
                .map(Enum::name)
                .toList();
        return collection()
                .flatMapMany(needs -> needs.find(and(in(NeedDocument.OPEN, teams), in(NeedDocument.STATUS, those)))
                        .projection(Projections.fields(
                                Projections.excludeId(), Projections.include(NeedDocument.ASSIGNEE))))
                .collect(Collectors.groupingBy(found -> found.getString(NeedDocument.ASSIGNEE), Collectors.counting()))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Flux<StoredNeed> open(Collection<String> teams) {
        return found(in(NeedDocument.OPEN, teams));
    }

    @Override
    public Flux<StoredNeed> closed(Collection<String> teams, Collection<LocalDate> days) {
        List<String> teamDays = teams.stream()
                .flatMap(team -> days.stream().map(day -> new TeamDay(team, day).id()))
                .toList();
        return found(in(NeedDocument.CLOSED, teamDays));
    }

    private Flux<StoredNeed> found(Bson filter) {
        return collection()
                .flatMapMany(needs -> needs.find(filter))
                .map(NeedDocument::read)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("needs");
    }
}
