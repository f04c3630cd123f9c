package nl.bereik.server.need;

import java.util.EnumSet;
import java.util.Set;
import nl.bereik.protocol.need.Actor;
import nl.bereik.protocol.need.Party;
import nl.bereik.server.access.Role;
import nl.bereik.server.account.Account;
import nl.bereik.server.account.Accounts;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Teams;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Knows who carries a phone, by its account as it is at that moment. */
@Component
class Holders {
    private final Accounts accounts;
    private final Teams teams;

    Holders(Accounts accounts, Teams teams) {
        this.accounts = accounts;
        this.teams = teams;
    }

    /** Never empty. Errors with StoreUnavailableException. */
    Mono<Holder> of(Install install) {
        Holder unknown = Holder.ofPhone(install.phone());
        return install.holder() == null
                ? Mono.just(unknown)
                : accounts.find(install.holder())
                        .filter(account -> !account.disabled())
                        .map(account -> new Holder(new Actor(account.name(), offices(account, install.team()))))
                        .defaultIfEmpty(unknown);
    }

    /** Whether a need of this team can be given to this account. Never empty. Errors as {@link #of}. */
    Mono<Boolean> canTake(String account, String team) {
        return accounts.find(account)
                .map(found -> !found.disabled() && offices(found, team).contains(Party.CASE_MANAGER))
                .defaultIfEmpty(false);
    }

    /** Whether there is an account of this name, in use or not. Never empty. Errors as {@link #of}. */
    Mono<Boolean> isAccount(String name) {
        return accounts.find(name).hasElement();
    }

    private Set<Party> offices(Account account, String team) {
        Set<Party> offices = EnumSet.noneOf(Party.class);
        if (account.remit().scope(teams).covers(team)) {
            if (account.roles().contains(Role.CASE_MANAGER)) {
                offices.add(Party.CASE_MANAGER);
            }
            if (account.roles().contains(Role.COORDINATOR)) {
                offices.add(Party.COORDINATOR);
            }
        }
        return offices;
    }
}
