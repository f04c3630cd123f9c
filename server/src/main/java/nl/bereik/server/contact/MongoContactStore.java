package nl.bereik.server.contact;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoException;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.bereik.server.store.BulkInsert;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Contacts as documents of the collection {@code contacts}; the driver is used directly because pushes are bulk. */
@Component
final class MongoContactStore implements ContactStore {
    private final ReactiveMongoTemplate template;

    MongoContactStore(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<List<Insertion>> insert(List<StoredContact> contacts) {
        if (contacts.isEmpty()) {
            return Mono.just(List.of());
        }
        List<Document> documents = contacts.stream().map(ContactDocument::write).toList();
        return collection()
                .flatMap(collection ->
                        BulkInsert.into(collection, documents).flatMap(result -> compare(collection, contacts, result)))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static Mono<List<Insertion>> compare(
            MongoCollection<Document> collection, List<StoredContact> contacts, BulkInsert result) {
        Mono<Map<String, String>> hashes = result.duplicates().isEmpty()
                ? Mono.just(Map.of())
                : Flux.from(collection
                                .find(in(
                                        "_id",
                                        result.duplicates().stream()
                                                .map(i -> contacts.get(i).opId().toString())
                                                .collect(Collectors.toSet())))
                                .projection(Projections.include("hash")))
                        .collectMap(found -> found.getString("_id"), found -> found.getString("hash"));
        return hashes.map(found -> {
            Insertion[] answers = new Insertion[contacts.size()];
            Arrays.fill(answers, Insertion.INSERTED);
            result.failures().forEach(i -> answers[i] = Insertion.FAILED);
            for (int i : result.duplicates()) {
                String hash = found.get(contacts.get(i).opId().toString());
                answers[i] = hash == null
                        ? Insertion.FAILED
                        : hash.equals(contacts.get(i).hash().toString())
                                ? Insertion.SAME_CONTENT
                                : Insertion.OTHER_CONTENT;
            }
            return List.of(answers);
        });
    }

    @Override
    public Mono<Set<TeamDay>> uncountedDays(int limit) {
        return collection()
                .flatMapMany(contacts -> contacts.find(eq(ContactDocument.UNCOUNTED, true))
                        .projection(Projections.include("team", "on")))
                .map(found -> new TeamDay(found.getString("team"), LocalDate.parse(found.getString("on"))))
                .distinct()
                .take(limit)
                .collect(Collectors.toUnmodifiableSet())
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Flux<CountableContact> on(Set<TeamDay> days) {
        if (days.isEmpty()) {
            return Flux.empty();
        }
        Map<String, Set<String>> byTeam = new HashMap<>();
        days.forEach(day -> byTeam.computeIfAbsent(day.team(), any -> new TreeSet<>())
                .add(day.day().toString()));
        List<Bson> teams = byTeam.entrySet().stream()
                .map(team -> and(eq("team", team.getKey()), in("on", team.getValue())))
                .toList();
        return collection()
                .flatMapMany(contacts -> contacts.find(teams.size() == 1 ? teams.get(0) : or(teams)))
                .map(ContactDocument::read)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> markCounted(Collection<UUID> opIds) {
        if (opIds.isEmpty()) {
            return Mono.empty();
        }
        List<String> ids = opIds.stream().map(UUID::toString).toList();
        return collection()
                .flatMap(contacts ->
                        Mono.from(contacts.updateMany(in("_id", ids), Updates.unset(ContactDocument.UNCOUNTED))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("contacts");
    }
}
