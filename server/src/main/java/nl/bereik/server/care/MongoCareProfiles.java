package nl.bereik.server.care;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.bereik.protocol.contact.Topic;
import nl.bereik.server.care.CareProfile.Absence;
import nl.bereik.server.care.CareProfile.Duty;
import nl.bereik.server.store.StoreUnavailableException;
import nl.bereik.server.store.Upsert;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Profiles as documents of the collection {@code careprofiles}, {@code _id} the account. */
@Component
final class MongoCareProfiles implements CareProfiles {
    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);
    private static final Comparator<CareProfile> BY_TURN =
            Comparator.comparingInt(CareProfile::turn).thenComparing(CareProfile::account);

    private final ReactiveMongoTemplate template;

    MongoCareProfiles(ReactiveMongoTemplate template) {
        this.template = template;
    }

    @Override
    public Mono<CareProfile> find(String account) {
        return collection()
                .flatMap(profiles -> Mono.from(profiles.find(eq(account)).first()))
                .map(MongoCareProfiles::read)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Flux<CareProfile> all() {
        return collection()
                .flatMapMany(MongoCollection::find)
                .map(MongoCareProfiles::read)
                .sort(BY_TURN)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Void> put(CareProfile profile) {
        return collection()
                .flatMap(profiles -> Mono.from(profiles.replaceOne(eq(profile.account()), write(profile), OR_INSERT)))
                .retryWhen(Upsert.onceMore())
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    @Override
    public Mono<Void> remove(String account) {
        return collection()
                .flatMap(profiles -> Mono.from(profiles.deleteOne(eq(account))))
                .onErrorMap(MongoException.class, StoreUnavailableException::new)
                .then();
    }

    private Mono<MongoCollection<Document>> collection() {
        return template.getCollection("careprofiles");
    }

    private static Document write(CareProfile profile) {
        return new Document("_id", profile.account())
                .append("organisation", profile.organisation())
                .append(
                        "domains",
                        profile.domains().stream().map(Enum::name).sorted().toList())
                .append("areas", profile.areas().stream().sorted().toList())
                .append("languages", profile.languages().stream().sorted().toList())
                .append("caseload", profile.caseload())
                .append("turn", profile.turn())
                .append(
                        "duties",
                        profile.duties().stream()
                                .map(duty -> new Document("day", duty.day().name())
                                        .append("from", duty.from().toString())
                                        .append("to", duty.to().toString()))
                                .toList())
                .append(
                        "absences",
                        profile.absences().stream()
                                .map(absence -> new Document(
                                                "from", absence.from().toString())
                                        .append("to", absence.to().toString()))
                                .toList());
    }

    private static CareProfile read(Document document) {
        return new CareProfile(
                document.getString("_id"),
                document.getString("organisation"),
                document.getList("domains", String.class).stream()
                        .map(Topic::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(document.getList("areas", String.class)),
                Set.copyOf(document.getList("languages", String.class)),
                document.getInteger("caseload"),
                document.getInteger("turn"),
                documents(document, "duties").stream()
                        .map(duty -> new Duty(
                                DayOfWeek.valueOf(duty.getString("day")),
                                LocalTime.parse(duty.getString("from")),
                                LocalTime.parse(duty.getString("to"))))
                        .toList(),
                documents(document, "absences").stream()
                        .map(absence -> new Absence(
                                LocalDate.parse(absence.getString("from")), LocalDate.parse(absence.getString("to"))))
                        .toList());
    }

    private static List<Document> documents(Document document, String field) {
        return document.getList(field, Document.class);
    }
}
