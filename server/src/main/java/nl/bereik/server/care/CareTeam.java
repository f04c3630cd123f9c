package nl.bereik.server.care;

import nl.bereik.server.access.Role;
import nl.bereik.server.account.Account;
import nl.bereik.server.account.Accounts;
import nl.bereik.server.install.Teams;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Who works for a team now. */
@Component
public final class CareTeam {
    private final Accounts accounts;
    private final Teams teams;

    CareTeam(Accounts accounts, Teams teams) {
        this.accounts = accounts;
        this.teams = teams;
    }

    /** The accounts in use that have this role for this team, by name. Errors with StoreUnavailableException. */
    public Flux<Account> with(Role role, String team) {
        return accounts.all()
                .filter(account -> !account.disabled()
                        && account.roles().contains(role)
                        && account.remit().scope(teams).covers(team));
    }
}
