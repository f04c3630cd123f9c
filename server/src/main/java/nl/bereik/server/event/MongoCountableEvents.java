package nl.bereik.server.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.period.TeamDay;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The days and marks within the documents of the collection {@code events}. */
@Component
final class MongoCountableEvents implements CountableEvents {
    private final ReactiveMongoTemplate template;

    MongoCountableEvents(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Flux<CountableEvent> uncounted(int most) {
        return find(and(eq(EventDocument.UNCOUNTED, true), exists(EventDocument.KIND)))
                .take(most);
    }

    @Override
    public Flux<CountableEvent> on(Set<TeamDay> days) {
        return days.isEmpty()
                ? Flux.empty()
                : find(in(EventDocument.TEAM_DAY, days.stream().map(TeamDay::id).toList()));
    }

    @Override
    public Flux<CountableEvent> ofTrajectories(String team, Collection<UUID> trajectories) {
        return of(EventDocument.TRAJECTORY, team, trajectories);
    }

    @Override
    public Flux<CountableEvent> continuing(String team, Collection<UUID> trajectories) {
        return of(EventDocument.CONTINUES, team, trajectories);
    }

    private Flux<CountableEvent> of(String field, String team, Collection<UUID> trajectories) {
        return trajectories.isEmpty()
                ? Flux.empty()
                : find(in(
                        field,
                        trajectories.stream()
                                .map(id -> EventDocument.inTeam(team, id))
                                .toList()));
    }

    @Override
    public Flux<CountableEvent> late(ReportingPeriod halfYear) {
        return find(eq(EventDocument.LATE, halfYear.name()));
    }

    private Flux<CountableEvent> find(Bson filter) {
        return collection()
                .flatMapMany(events -> events.find(filter))
                .mapNotNull(EventDocument::read)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> mark(Collection<Mark> marks) {
        List<UpdateOneModel<Document>> writes = marks.stream()
                .map(mark -> new UpdateOneModel<Document>(
                        asRead(mark.event()),
                        Updates.combine(
                                Updates.unset(EventDocument.UNCOUNTED),
                                Updates.set(EventDocument.COUNTED, mark.counts()),
                                mark.late() == null
                                        ? Updates.unset(EventDocument.LATE)
                                        : Updates.set(EventDocument.LATE, mark.late()))))
                .toList();
        return writes.isEmpty()
                ? Mono.empty()
                : collection()
                        .flatMap(events -> Mono.from(events.bulkWrite(writes, new BulkWriteOptions().ordered(false))))
                        .onErrorMap(MongoException.class, StoreUnavailableException::new)
                        .then();
    }

    @Override
    public Mono<Void> fence(Set<TeamDay> days) {
        return collection()
                .flatMap(events -> Mono.from(events.updateMany(
                        and(
                                in(
                                        EventDocument.TEAM_DAY,
                                        days.stream().map(TeamDay::id).toList()),
                                eq(EventDocument.UNCOUNTED, true)),
                        Updates.inc(EventDocument.REV, 1L))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<Void> takeIn(Collection<UUID> taken, boolean counts) {
        return collection()
                .flatMap(events -> Mono.from(events.updateMany(
                        in("_id", taken.stream().map(UUID::toString).toList()),
                        Updates.combine(
                                Updates.set(EventDocument.COUNTED, counts),
                                Updates.unset(EventDocument.LATE),
                                Updates.set(EventDocument.UNCOUNTED, true),
                                Updates.inc(EventDocument.REV, 1L)))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<Long> remove(Collection<CountableEvent> read) {
        List<DeleteOneModel<Document>> writes = read.stream()
                .map(event -> new DeleteOneModel<Document>(and(asRead(event), exists(EventDocument.UNCOUNTED, false))))
                .toList();
        return writes.isEmpty()
                ? Mono.just(0L)
                : collection()
                        .flatMap(events -> Mono.from(events.bulkWrite(writes, new BulkWriteOptions().ordered(false))))
                        .map(result -> (long) result.getDeletedCount())
                        .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static Bson asRead(CountableEvent event) {
        return and(eq(event.opId().toString()), eq(EventDocument.REV, event.rev()));
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("events");
    }
}
