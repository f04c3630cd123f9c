package nl.bereik.server.event;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoException;
import com.mongodb.client.model.Projections;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The steps within the documents of the collection {@code events}. */
@Component
final class MongoTrajectorySteps implements TrajectorySteps {
    private final ReactiveMongoTemplate template;

    MongoTrajectorySteps(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Flux<UUID> toldBy(Collection<String> installs, Collection<YearMonth> months) {
        return trajectories(in(
                EventDocument.TOLD_BY,
                installs.stream()
                        .flatMap(install -> months.stream().map(month -> EventDocument.toldBy(install, month)))
                        .toList()));
    }

    @Override
    public Flux<UUID> startedFrom(String team, Collection<UUID> needs) {
        return needs.isEmpty() ? Flux.empty() : trajectories(in(EventDocument.NEED, inTeam(team, needs)));
    }

    @Override
    public Flux<UUID> started(String team) {
        return trajectories(eq(EventDocument.START_OF, team));
    }

    private Flux<UUID> trajectories(Bson filter) {
        return template.getCollection("events")
                .flatMapMany(events -> events.find(filter).projection(Projections.include(EventDocument.TRAJECTORY)))
                .map(found -> EventDocument.idInTeam(found.getString(EventDocument.TRAJECTORY)))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Flux<ToldStep> of(String team, Collection<UUID> trajectories) {
        return trajectories.isEmpty()
                ? Flux.empty()
                : template.getCollection("events")
                        .flatMapMany(events -> events.find(in(EventDocument.TRAJECTORY, inTeam(team, trajectories))))
                        .mapNotNull(MongoTrajectorySteps::read)
                        .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static List<String> inTeam(String team, Collection<UUID> ids) {
        return ids.stream().map(id -> EventDocument.inTeam(team, id)).toList();
    }

    private static @Nullable ToldStep read(Document document) {
        CountableEvent event = EventDocument.read(document);
        return event == null
                ? null
                : new ToldStep(
                        event.opId(),
                        document.getString(EventDocument.INSTALL),
                        event.step().orElseThrow(),
                        event.takenBack());
    }
}
