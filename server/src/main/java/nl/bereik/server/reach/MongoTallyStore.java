package nl.bereik.server.reach;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.server.period.TeamDay;
import nl.bereik.server.store.BulkInsert;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.bson.conversions.Bson;
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
                .flatMapMany(
                        tallies -> tallies.find(in("_id", ids(days))).projection(Projections.include("rev", "closed")))
                .collectMap(
                        found -> found.getString("_id"),
                        found -> found.getBoolean("closed", false) ? CLOSED : TallyDocument.number(found, "rev"))
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
                and(eq(replacement.teamDay().id()), eq("rev", replacement.revision()), exists("closed", false)),
                new Document("$set", values),
                new UpdateOptions().upsert(replacement.revision() == 0));
    }

    /**
     * What is there is closed, then what is not there is made, closed; until none is left that a fold made meanwhile.
     */
    @Override
    public Mono<Void> close(Set<TeamDay> days) {
        Bson change = Updates.combine(Updates.set("closed", true), Updates.inc("rev", 1L));
        List<Document> empty = days.stream()
                .map(day -> TallyDocument.write(new DayTally(day.team(), day.day(), ReachCounts.fold(List.of())))
                        .append("_id", day.id())
                        .append("rev", 1L)
                        .append("closed", true))
                .toList();
        Mono<Boolean> once = collection()
                .flatMap(tallies -> Mono.from(
                                tallies.updateMany(and(in("_id", ids(days)), exists("closed", false)), change))
                        .then(BulkInsert.into(tallies, empty))
                        .then(revisions(days)))
                .map(now -> now.values().stream().allMatch(revision -> revision == CLOSED));
        return days.isEmpty()
                ? Mono.empty()
                : once.repeat()
                        .takeUntil(closed -> closed)
                        .then()
                        .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> fix(List<DayTally> fixed) {
        List<WriteModel<Document>> writes = fixed.stream()
                .<WriteModel<Document>>map(tally -> new UpdateOneModel<>(
                        and(
                                eq(new TeamDay(tally.team(), tally.day()).id()),
                                eq("closed", true),
                                exists("fixed", false)),
                        new Document("$set", TallyDocument.write(tally).append("fixed", true))))
                .toList();
        return writes.isEmpty()
                ? Mono.empty()
                : collection()
                        .flatMap(tallies -> Mono.from(tallies.bulkWrite(writes)))
                        .onErrorMap(MongoException.class, StoreUnavailableException::new)
                        .then();
    }

    @Override
    public Mono<Void> revise(List<DayTally> revised) {
        List<WriteModel<Document>> writes = revised.stream()
                .<WriteModel<Document>>map(tally -> new UpdateOneModel<>(
                        eq(new TeamDay(tally.team(), tally.day()).id()),
                        new Document(
                                        "$set",
                                        TallyDocument.write(tally)
                                                .append("closed", true)
                                                .append("fixed", true))
                                .append("$inc", new Document("rev", 1L)),
                        new UpdateOptions().upsert(true)))
                .toList();
        return writes.isEmpty()
                ? Mono.empty()
                : collection()
                        .flatMap(tallies -> Mono.from(tallies.bulkWrite(writes)))
                        .onErrorMap(MongoException.class, StoreUnavailableException::new)
                        .then();
    }

    private static boolean onlyLostRaces(Throwable failure) {
        return failure instanceof MongoBulkWriteException e
                && e.getWriteConcernError() == null
                && e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    @Override
    public Flux<String> teams() {
        return collection()
                .flatMapMany(tallies -> tallies.distinct(TallyDocument.TEAM, String.class))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Flux<DayTally> of(Collection<TeamDay> days) {
        return collection()
                .flatMapMany(tallies -> tallies.find(in("_id", ids(days))))
                .map(TallyDocument::read)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<LocalDate> earliest() {
        return collection()
                .flatMap(tallies -> Mono.from(tallies.find()
                        .sort(Sorts.ascending(TallyDocument.DAY))
                        .projection(Projections.include(TallyDocument.DAY))
                        .first()))
                .map(first -> LocalDate.parse(first.getString(TallyDocument.DAY)))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Long> runningBefore(Set<String> teams, LocalDate day) {
        return collection()
                .flatMapMany(tallies -> tallies.find(
                                and(in(TallyDocument.RUNS, teams), lt(TallyDocument.DAY, day.toString())))
                        .projection(Projections.include(TallyDocument.MORE_RUNNING)))
                .map(found -> TallyDocument.number(found, TallyDocument.MORE_RUNNING))
                .reduce(0L, Long::sum)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static List<String> ids(Collection<TeamDay> days) {
        return days.stream().map(TeamDay::id).toList();
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("tallies");
    }
}
