package nl.bereik.server.account;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.bereik.server.access.Role;
import nl.bereik.server.store.StoreUnavailableException;
import org.bson.Document;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
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
        Document document = new Document("_id", account.name())
                .append("passwordHash", account.passwordHash())
                .append("oneTimePassword", account.oneTimePassword())
                .append(
                        "roles",
                        account.roles().stream().map(Role::name).sorted().toList());
        return mongo.insert(document, COLLECTION)
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

    private static Account account(Document document) {
        Set<Role> roles = new HashSet<>();
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
                roles);
    }
}
