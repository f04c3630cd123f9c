package nl.bereik.server.reach;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.server.contact.TeamDay;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tallies as documents of the collection {@code tallies}, {@code _id} team/day. Who won is read back by the fold's id:
 * a bulk answer has only totals, and the embedded store's are not to be trusted.
 */
@Component
final class MongoTallyStore implements TallyStore {
    private final ReactiveMongoTemplate template;

    MongoTallyStore(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<Map<TeamDay, Long>> revisions(Set<TeamDay> days) {
        return collection()
                .flatMapMany(tallies -> tallies.find(in("_id", ids(days))).projection(Projections.include("rev")))
                .collectMap(found -> found.getString("_id"), found -> TallyDocument.number(found, "rev"))
                .map(found -> days.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Function.identity(), day -> found.getOrDefault(day.id(), 0L))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Set<TeamDay>> replace(List<Replacement> replacements, String fold) {
        if (replacements.isEmpty()) {
            return Mono.just(Set.of());
        }
        List<WriteModel<Document>> writes = replacements.stream()
                .<WriteModel<Document>>map(replacement -> write(replacement, fold))
                .toList();
        Map<String, TeamDay> days = replacements.stream()
                .map(Replacement::teamDay)
                .collect(Collectors.toUnmodifiableMap(TeamDay::id, Function.identity()));
        return collection()
                .flatMap(tallies -> Mono.from(tallies.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                        .then()
                        .onErrorResume(MongoTallyStore::onlyLostRaces, e -> Mono.empty())
                        .then(Flux.from(tallies.find(and(in("_id", days.keySet()), eq("fold", fold)))
                                        .projection(Projections.include("_id")))
                                .mapNotNull(won -> days.get(won.getString("_id")))
                                .collect(Collectors.toUnmodifiableSet())))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static UpdateOneModel<Document> write(Replacement replacement, String fold) {
        Document values = TallyDocument.write(replacement.tally())
                .append("rev", replacement.revision() + 1)
                .append("fold", fold);
        // Of a tally that is not there revision 0 is asked for, which no document has: it is made, or, when another
        // made it first, its id is taken.
        return new UpdateOneModel<>(
                and(eq(replacement.teamDay().id()), eq("rev", replacement.revision())),
                new Document("$set", values),
                new UpdateOptions().upsert(replacement.revision() == 0));
    }

    private static boolean onlyLostRaces(Throwable failure) {
        return failure instanceof MongoBulkWriteException e
                && e.getWriteConcernError() == null
                && e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    @Override
    public Flux<DayTally> of(Collection<TeamDay> days) {
        return collection()
                .flatMapMany(tallies -> tallies.find(in("_id", ids(days))))
                .map(TallyDocument::read)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static List<String> ids(Collection<TeamDay> days) {
        return days.stream().map(TeamDay::id).toList();
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("tallies");
    }
}
