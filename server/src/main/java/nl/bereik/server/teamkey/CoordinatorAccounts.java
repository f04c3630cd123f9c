package nl.bereik.server.teamkey;

import java.util.List;
import nl.bereik.server.access.Role;
import nl.bereik.server.account.Accounts;
import nl.bereik.server.install.Install;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Knows coordinators by the roles of their accounts. */
@Component
final class CoordinatorAccounts implements Coordinators {
    private final Accounts accounts;

    CoordinatorAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Mono<Install> firstOf(List<Install> phones) {
        return Flux.fromIterable(phones)
                .filterWhen(phone -> phone.holder() == null
                        ? Mono.just(false)
                        : accounts.find(phone.holder())
                                .map(account -> account.roles().contains(Role.COORDINATOR))
                                .defaultIfEmpty(false))
                .next()
                .switchIfEmpty(Mono.defer(() -> Mono.justOrEmpty(phones.stream().findFirst())));
    }
}
