package nl.bereik.server.contact;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.MongoException;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.period.TeamDay;
import nl.bereik.server.store.DuplicateKey;
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

    /** So that a phone that pushes notes without end costs the others' pulls no more than this. */
    private static final int MOST_NOTED = 5_000;

    /** So that a turn over a backlog does not read all of it to find its days. */
    private static final int LOOKED_AT = 10_000;

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
                        MongoInsertions.into(collection, documents, i -> there(collection, contacts.get(i))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    /** What stands under the id of a contact that could not be inserted because there is something. */
    private static Mono<Insertion> there(MongoCollection<Document> collection, StoredContact contact) {
        return Mono.from(collection
                        .find(eq(contact.opId().toString()))
                        .projection(Projections.include("team", ContactDocument.HASH)))
                .flatMap(found -> {
                    String hash = found.getString(ContactDocument.HASH);
                    if (hash == null && contact.team().equals(found.getString("team"))) {
                        return complete(collection, contact);
                    }
                    return Mono.just(
                            contact.hash().toString().equals(hash) ? Insertion.SAME_CONTENT : Insertion.OTHER_CONTENT);
                });
    }

    /** Adds what was first told to a contact of which only corrections have arrived. */
    private static Mono<Insertion> complete(MongoCollection<Document> collection, StoredContact contact) {
        Document first = ContactDocument.write(contact);
        List.of("_id", "team", ContactDocument.DAYS, ContactDocument.REV, ContactDocument.NOTED)
                .forEach(first::remove);
        return Mono.from(collection.updateOne(
                        and(eq(contact.opId().toString()), exists(ContactDocument.HASH, false)),
                        Updates.combine(
                                new Document("$set", first),
                                days(contact.team(), contact.contact()),
                                Updates.inc(ContactDocument.REV, 1L))))
                .map(result -> result.getMatchedCount() == 1 ? Insertion.INSERTED : Insertion.FAILED);
    }

    @Override
    public Mono<List<Insertion>> correct(List<StoredCorrection> corrections) {
        return collection()
                .flatMap(collection -> Flux.fromIterable(corrections)
                        .concatMap(correction -> correct(collection, correction))
                        .collectList())
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static Mono<Insertion> correct(MongoCollection<Document> collection, StoredCorrection correction) {
        ContactMoment contact = correction.correction().contact();
        List<Bson> updates = new ArrayList<>(List.of(
                Updates.push(ContactDocument.CORRECTIONS, ContactDocument.write(correction)),
                Updates.set(ContactDocument.UNCOUNTED, true),
                Updates.inc(ContactDocument.REV, 1L)));
        if (contact != null) {
            updates.add(days(correction.team(), contact));
        }
        String id = correction.correction().corrects().toString();
        return Mono.from(collection.updateOne(
                        and(
                                eq(id),
                                eq("team", correction.team()),
                                ne(
                                        ContactDocument.CORRECTIONS + '.' + ContactDocument.OP_ID,
                                        correction.opId().toString())),
                        Updates.combine(updates),
                        new UpdateOptions().upsert(true)))
                .thenReturn(Insertion.INSERTED)
                .onErrorResume(DuplicateKey::is, e -> there(collection, id, correction));
    }

    /** Adds the day of a telling to those of its contact. */
    private static Bson days(String team, ContactMoment contact) {
        Bson day = Updates.addToSet(ContactDocument.DAYS, contact.on().toString());
        return contact.note() == null
                ? day
                : Updates.combine(day, Updates.addToSet(ContactDocument.NOTED, ContactDocument.noted(team, contact)));
    }

    /** What stands under the id of a contact to which a correction could not be added. */
    private static Mono<Insertion> there(MongoCollection<Document> collection, String id, StoredCorrection correction) {
        return Mono.from(collection.find(eq(id)).projection(Projections.include("team", ContactDocument.CORRECTIONS)))
                .map(found -> {
                    if (!correction.team().equals(found.getString("team"))) {
                        return Insertion.OTHER_CONTENT;
                    }
                    return found.getList(ContactDocument.CORRECTIONS, Document.class, List.of()).stream()
                            .filter(told -> correction.opId().toString().equals(told.getString(ContactDocument.OP_ID)))
                            .findFirst()
                            .map(told -> correction.hash().toString().equals(told.getString(ContactDocument.HASH))
                                    ? Insertion.SAME_CONTENT
                                    : Insertion.OTHER_CONTENT)
                            // Another made the contact at the same moment: next time there is one to add to.
                            .orElse(Insertion.FAILED);
                })
                .defaultIfEmpty(Insertion.FAILED);
    }

    @Override
    public Mono<Set<TeamDay>> uncountedDays(int limit) {
        return collection()
                .flatMapMany(contacts -> contacts.find(eq(ContactDocument.UNCOUNTED, true))
                        .limit(LOOKED_AT)
                        .projection(Projections.include("team", ContactDocument.DAYS)))
                .scan(new HashSet<TeamDay>(), (days, found) -> {
                    ContactDocument.days(found).forEach(day -> days.add(new TeamDay(found.getString("team"), day)));
                    return days;
                })
                .takeUntil(days -> days.size() >= limit)
                .last()
                .map(Set::copyOf)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Flux<CountableContact> on(Set<TeamDay> days) {
        if (days.isEmpty()) {
            return Flux.empty();
        }
        return collection()
                .flatMapMany(contacts -> Flux.fromIterable(byTeam(days).entrySet())
                        .concatMap(team -> contacts.find(
                                and(eq("team", team.getKey()), in(ContactDocument.DAYS, team.getValue())))))
                .map(ContactDocument::read)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Flux<NotedContact> noted(Set<TeamDay> days) {
        List<String> ids = days.stream().map(TeamDay::id).sorted().toList();
        return collection()
                .flatMapMany(contacts -> contacts.find(in(ContactDocument.NOTED, ids)))
                .take(MOST_NOTED)
                .mapNotNull(found -> ContactDocument.noted(found)
                        .filter(noted -> days.contains(new TeamDay(
                                found.getString("team"), noted.told().on())))
                        .orElse(null))
                .sort(NotedContact.NEWEST_FIRST)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> markCounted(Collection<Standing> standings) {
        return collection()
                .flatMap(contacts -> MongoMarks.mark(contacts, standings))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> fence(Set<TeamDay> days) {
        return collection()
                .flatMapMany(contacts -> Flux.fromIterable(byTeam(days).entrySet())
                        .concatMap(team -> contacts.updateMany(
                                and(
                                        eq("team", team.getKey()),
                                        in(ContactDocument.DAYS, team.getValue()),
                                        eq(ContactDocument.UNCOUNTED, true)),
                                Updates.inc(ContactDocument.REV, 1L))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<Long> countLate(ReportingPeriod halfYear) {
        return collection()
                .flatMap(contacts -> Mono.from(contacts.countDocuments(eq(ContactDocument.LATE, halfYear.name()))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Flux<CountableContact> late(ReportingPeriod halfYear) {
        return collection()
                .flatMapMany(contacts -> contacts.find(eq(ContactDocument.LATE, halfYear.name())))
                .map(ContactDocument::read)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> takeIn(Map<UUID, Counted> taken) {
        return collection()
                .flatMap(contacts -> MongoMarks.takeIn(contacts, taken))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Long> remove(Collection<CountableContact> contacts) {
        return collection()
                .flatMap(collection -> MongoMarks.remove(collection, contacts))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static Map<String, Set<String>> byTeam(Set<TeamDay> days) {
        Map<String, Set<String>> byTeam = new HashMap<>();
        days.forEach(day -> byTeam.computeIfAbsent(day.team(), any -> new TreeSet<>())
                .add(day.day().toString()));
        return byTeam;
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("contacts");
    }
}
