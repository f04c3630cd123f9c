package nl.bereik.server.need;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.period.TeamDay;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The days and marks within the documents of the collection {@code needs}. */
@Component
final class MongoCountableNeeds implements CountableNeeds {
    private static final int LOOKED_AT = 1_000;

    private final ReactiveMongoTemplate template;

    MongoCountableNeeds(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<Set<TeamDay>> uncountedDays(int most) {
        return collection()
                .flatMapMany(needs -> needs.find(eq(NeedDocument.UNCOUNTED, true))
                        .projection(Projections.include(NeedDocument.TEAM, NeedDocument.ON))
                        .limit(LOOKED_AT))
                .map(NeedDocument::teamDay)
                .distinct()
                .take(most)
                .collect(Collectors.toUnmodifiableSet())
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Flux<CountableNeed> on(Set<TeamDay> days) {
        return find(in(NeedDocument.TEAM_DAY, ids(days)));
    }

    @Override
    public Flux<CountableNeed> late(ReportingPeriod halfYear) {
        return find(eq(NeedDocument.LATE_FOR, halfYear.name()));
    }

    private Flux<CountableNeed> find(Bson filter) {
        return collection()
                .flatMapMany(needs -> needs.find(filter))
                .map(NeedDocument::countable)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static List<String> ids(Set<TeamDay> days) {
        return days.stream().map(TeamDay::id).toList();
    }

    @Override
    public Mono<Void> fence(Set<TeamDay> days) {
        return collection()
                .flatMap(needs -> Mono.from(needs.updateMany(
                        and(in(NeedDocument.TEAM_DAY, ids(days)), eq(NeedDocument.UNCOUNTED, true)),
                        Updates.inc(NeedDocument.FENCES, 1))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<Void> takeIn(Collection<UUID> taken) {
        return collection()
                .flatMap(needs -> Mono.from(needs.updateMany(
                        in("_id", taken.stream().map(UUID::toString).toList()),
                        Updates.combine(
                                Updates.set(NeedDocument.COUNTED, true),
                                Updates.unset(NeedDocument.LATE_FOR),
                                Updates.set(NeedDocument.UNCOUNTED, true),
                                Updates.inc(NeedDocument.FENCES, 1)))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<Void> mark(Collection<Mark> marks) {
        List<UpdateOneModel<Document>> writes = marks.stream()
                .map(mark -> new UpdateOneModel<Document>(
                        and(
                                eq(mark.need().need().id().toString()),
                                eq(NeedDocument.REV, mark.need().need().rev()),
                                mark.need().fences() == 0
                                        ? exists(NeedDocument.FENCES, false)
                                        : eq(NeedDocument.FENCES, mark.need().fences())),
                        Updates.combine(
                                Updates.unset(NeedDocument.UNCOUNTED),
                                Updates.set(NeedDocument.COUNTED, mark.counts()),
                                mark.late() == null
                                        ? Updates.unset(NeedDocument.LATE_FOR)
                                        : Updates.set(NeedDocument.LATE_FOR, mark.late()))))
                .toList();
        return writes.isEmpty()
                ? Mono.empty()
                : collection()
                        .flatMap(needs -> Mono.from(needs.bulkWrite(writes, new BulkWriteOptions().ordered(false))))
                        .onErrorMap(MongoException.class, StoreUnavailableException::new)
                        .then();
    }

    @Override
    public Mono<Long> remove(Collection<StoredNeed> read) {
        List<DeleteOneModel<Document>> writes = read.stream()
                .map(need ->
                        new DeleteOneModel<Document>(and(eq(need.id().toString()), eq(NeedDocument.REV, need.rev()))))
                .toList();
        return writes.isEmpty()
                ? Mono.just(0L)
                : collection()
                        .flatMap(needs -> Mono.from(needs.bulkWrite(writes, new BulkWriteOptions().ordered(false))))
                        .map(result -> (long) result.getDeletedCount())
                        .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("needs");
    }
}
