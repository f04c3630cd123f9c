package nl.bereik.server.teamkey;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.MongoException;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.bereik.protocol.teamkey.SealKey;
import nl.bereik.protocol.teamkey.TeamKeyState.Comparison;
import nl.bereik.server.store.DuplicateKey;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Epochs as documents of the collection {@code teamKeys}, with what was sealed to whom inside; comparisons as documents
 * of {@code teamKeyComparisons}, one per phone.
 */
@Component
final class MongoTeamKeyStore implements TeamKeyStore {
    private final ReactiveMongoTemplate template;

    MongoTeamKeyStore(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<KeyEpoch> newest(String team) {
        return epochs().flatMap(epochs -> Mono.from(epochs.find(eq("team", team))
                        .sort(Sorts.descending("epoch"))
                        .first()))
                .map(MongoTeamKeyStore::toEpoch)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Boolean> add(KeyEpoch epoch) {
        return epochs().flatMap(epochs -> Mono.from(epochs.insertOne(toDocument(epoch)))
                        .map(done -> true)
                        .onErrorResume(DuplicateKey::is, e -> isThere(epochs, epoch)))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private static Mono<Boolean> isThere(MongoCollection<Document> epochs, KeyEpoch epoch) {
        return Mono.from(epochs.find(eq(id(epoch.team(), epoch.epoch()))).first())
                .map(there -> epoch.keyId().equals(there.getString("keyId"))
                        && epoch.by().equals(there.getString("by")))
                .defaultIfEmpty(false);
    }

    @Override
    public Mono<Void> hand(String team, int epoch, Map<String, KeyEpoch.Handed> handed) {
        if (handed.isEmpty()) {
            return Mono.empty();
        }
        Bson change = Updates.combine(handed.entrySet().stream()
                .map(each -> Updates.set("handed." + each.getKey(), toDocument(each.getValue())))
                .toList());
        return epochs().flatMap(epochs -> Mono.from(epochs.updateOne(eq(id(team, epoch)), change)))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Flux<Told> comparisons(String team) {
        return comparisons()
                .flatMapMany(all -> all.find(eq("team", team)))
                .map(there -> new Told(
                        team,
                        there.getString("_id"),
                        there.getString("keeper"),
                        new Comparison(
                                there.getString("commitment"), there.getString("answer"), there.getString("opened"))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> ask(String team, String phone, String keeper, String commitment) {
        Document fresh = new Document("_id", phone)
                .append("team", team)
                .append("keeper", keeper)
                .append("commitment", commitment);
        return comparisons()
                .flatMap(all -> Mono.from(all.find(eq(phone)).first())
                        .filter(there -> commitment.equals(there.getString("commitment")))
                        .hasElement()
                        .flatMap(same -> same
                                ? Mono.empty()
                                : Mono.from(all.replaceOne(eq(phone), fresh, new ReplaceOptions().upsert(true)))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<Void> answer(String phone, String commitment, String nonce) {
        return update(
                and(eq(phone), eq("commitment", commitment), exists("answer", false)), Updates.set("answer", nonce));
    }

    @Override
    public Mono<Void> open(String phone, String commitment, String nonce) {
        return update(
                and(eq(phone), eq("commitment", commitment), exists("answer", true), exists("opened", false)),
                Updates.set("opened", nonce));
    }

    private Mono<Void> update(Bson which, Bson change) {
        return comparisons()
                .flatMap(all -> Mono.from(all.updateOne(which, change)))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    private Mono<MongoCollection<Document>> epochs() {
        return template.getCollection("teamKeys");
    }

    private Mono<MongoCollection<Document>> comparisons() {
        return template.getCollection("teamKeyComparisons");
    }

    private static String id(String team, int epoch) {
        return epoch + " " + team;
    }

    private static Document toDocument(KeyEpoch epoch) {
        Document handed = new Document();
        epoch.handed().forEach((phone, each) -> handed.append(phone, toDocument(each)));
        return new Document("_id", id(epoch.team(), epoch.epoch()))
                .append("team", epoch.team())
                .append("epoch", epoch.epoch())
                .append("keyId", epoch.keyId())
                .append("by", epoch.by())
                .append("handed", handed);
    }

    private static Document toDocument(KeyEpoch.Handed handed) {
        return new Document("from", handed.from().text())
                .append("roster", handed.roster())
                .append("sealed", handed.sealed());
    }

    private static KeyEpoch toEpoch(Document document) {
        Document handed = document.get("handed", Document.class);
        Map<String, KeyEpoch.Handed> byPhone = new LinkedHashMap<>();
        for (String phone : handed.keySet()) {
            Document each = handed.get(phone, Document.class);
            byPhone.put(
                    phone,
                    new KeyEpoch.Handed(
                            new SealKey(each.getString("from")), each.getString("roster"), each.getString("sealed")));
        }
        return new KeyEpoch(
                document.getString("team"),
                document.getInteger("epoch"),
                document.getString("keyId"),
                document.getString("by"),
                byPhone);
    }
}
