package nl.bereik.server.account;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Flux;
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

    @Override
    public Flux<Account> all() {
        return Flux.defer(() -> Flux.fromIterable(accounts.values().stream()
                .sorted(Comparator.comparing(Account::name))
                .toList()));
    }

    @Override
    public Mono<Boolean> replace(Account changed) {
        return Mono.fromSupplier(() -> {
            AtomicBoolean replaced = new AtomicBoolean();
            accounts.computeIfPresent(changed.name(), (name, there) -> {
                replaced.set(there.rev() == changed.rev());
                return replaced.get() ? next(changed) : there;
            });
            return replaced.get();
        });
    }

    private static Account next(Account account) {
        return new Account(
                account.name(),
                account.passwordHash(),
                account.oneTimePassword(),
                account.roles(),
                account.remit(),
                account.secondStep(),
                account.disabled(),
                account.stamp(),
                account.browsers(),
                account.rev() + 1,
                account.shownAs());
    }
}
