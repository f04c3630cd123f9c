package nl.bereik.server.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.bereik.server.access.Role;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Accounts in the collection {@value #COLLECTION}, one document each, under their name. */
@Component
class MongoAccounts implements Accounts {
    static final String COLLECTION = "accounts";

    private final ReactiveMongoTemplate mongo;

    MongoAccounts(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Account> find(String name) {
        return mongo.findById(name, Document.class, COLLECTION)
                .map(MongoAccounts::account)
                .onErrorMap(DataAccessException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Boolean> add(Account account) {
        return mongo.insert(document(account), COLLECTION)
                .thenReturn(true)
                .onErrorReturn(DuplicateKeyException.class, false)
                .onErrorMap(DataAccessException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Boolean> any() {
        return mongo.findOne(new Query(), Document.class, COLLECTION)
                .hasElement()
                .onErrorMap(DataAccessException.class, StoreUnavailableException::new);
    }

    @Override
    public Flux<Account> all() {
        return collection()
                .flatMapMany(accounts -> Flux.from(accounts.find().sort(Sorts.ascending("_id"))))
                .map(MongoAccounts::account)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    @Override
    public Mono<Boolean> replace(Account changed) {
        Document document = document(changed).append("rev", changed.rev() + 1);
        return collection()
                .flatMap(accounts -> Mono.from(accounts.replaceOne(
                        and(eq(changed.name()), eq("rev", changed.rev() == 0 ? null : changed.rev())), document)))
                .map(result -> result.getMatchedCount() == 1)
                .onErrorMap(MongoException.class, StoreUnavailableException::new);
    }

    private Mono<MongoCollection<Document>> collection() {
        return mongo.getCollection(COLLECTION);
    }

    /** An account that was never changed has no rev, as those of before there was one. */
    private static Document document(Account account) {
        Document document = new Document("_id", account.name())
                .append("passwordHash", account.passwordHash())
                .append("oneTimePassword", account.oneTimePassword())
                .append(
                        "roles",
                        account.roles().stream().map(Role::name).sorted().toList())
                .append("stamp", account.stamp())
                .append("disabled", account.disabled())
                .append("browsers", account.browsers());
        if (!account.shownAs().equals(account.name())) {
            document.append("shownAs", account.shownAs());
        }
        if (!account.remit().everywhere()) {
            document.append(
                    "remit",
                    new Document("regions", sorted(account.remit().regions()))
                            .append("teams", sorted(account.remit().teams())));
        }
        if (account.secondStep() != null) {
            document.append(
                    "secondStep",
                    new Document("secret", account.secondStep().secret())
                            .append("usedUpTo", account.secondStep().usedUpTo())
                            .append("paperHashes", sorted(account.secondStep().paperHashes())));
        }
        return document;
    }

    private static Account account(Document document) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<String> names = document.getList("roles", String.class, List.of());
        for (Role role : Role.values()) {
            if (names.contains(role.name())) {
                roles.add(role);
            }
        }
        return new Account(
                document.getString("_id"),
                document.getString("passwordHash"),
                document.getBoolean("oneTimePassword", false),
                roles,
                remit(document.get("remit", Document.class)),
                secondStep(document.get("secondStep", Document.class)),
                document.getBoolean("disabled", false),
                number(document, "stamp"),
                document.getList("browsers", String.class, List.of()),
                number(document, "rev"),
                Objects.requireNonNullElse(document.getString("shownAs"), document.getString("_id")));
    }

    /** Accounts of before there were teams are for all. */
    private static Remit remit(@Nullable Document document) {
        return document == null
                ? Remit.EVERYWHERE
                : new Remit(false, strings(document, "regions"), strings(document, "teams"));
    }

    private static @Nullable SecondStep secondStep(@Nullable Document document) {
        return document == null
                ? null
                : new SecondStep(
                        document.getString("secret"), number(document, "usedUpTo"), strings(document, "paperHashes"));
    }

    private static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.longValue() : 0;
    }

    private static Set<String> strings(Document document, String field) {
        return Set.copyOf(document.getList(field, String.class, List.of()));
    }

    private static List<String> sorted(Set<String> strings) {
        return strings.stream().sorted().toList();
    }
}
