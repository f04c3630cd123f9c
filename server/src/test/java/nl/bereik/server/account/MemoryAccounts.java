package nl.bereik.server.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Accounts in memory. */
public class MemoryAccounts implements Accounts {
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    @Override
    public Mono<Account> find(String name) {
        return Mono.fromSupplier(() -> accounts.get(name));
    }

    @Override
    public Mono<Boolean> add(Account account) {
        return Mono.fromSupplier(() -> accounts.putIfAbsent(account.name(), account) == null);
    }

    @Override
    public Mono<Boolean> any() {
        return Mono.fromSupplier(() -> !accounts.isEmpty());
    }
}
