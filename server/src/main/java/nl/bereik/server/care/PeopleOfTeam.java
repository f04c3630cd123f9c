package nl.bereik.server.care;

import java.util.Comparator;
import java.util.Map;
import nl.bereik.protocol.care.CareTeam;
import nl.bereik.protocol.care.CaseManager;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.server.access.Role;
import nl.bereik.server.account.Account;
import nl.bereik.server.account.Accounts;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Teams;
import nl.bereik.server.state.StateSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives each phone the case managers whom the needs of its team can name, described or not, and who carries it. */
@Component
final class PeopleOfTeam implements StateSource {
    private static final Comparator<CaseManager> BY_NAME = Comparator.comparing(
                    CaseManager::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(CaseManager::account);

    private final Accounts accounts;
    private final CareProfiles profiles;
    private final Teams teams;

    PeopleOfTeam(Accounts accounts, CareProfiles profiles, Teams teams) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.teams = teams;
    }

    /** One record; none while nobody can be named and nobody is known to carry the phone. */
    @Override
    public Flux<StateRecord> of(Install install) {
        Mono<Map<String, String>> organisations =
                profiles.all().collectMap(CareProfile::account, CareProfile::organisation);
        return organisations
                .flatMap(known -> accounts.all()
                        .filter(account -> !account.disabled())
                        .collectList()
                        .map(active -> new CareTeam(
                                active.stream()
                                        .map(Account::name)
                                        .filter(name -> name.equals(install.holder()))
                                        .findFirst()
                                        .orElse(null),
                                active.stream()
                                        .filter(account -> canTake(account, install.team()))
                                        .map(account -> named(account, known.get(account.name())))
                                        .sorted(BY_NAME)
                                        .toList())))
                .filter(team -> !team.equals(CareTeam.NONE))
                .map(CareTeam::record)
                .flux();
    }

    private boolean canTake(Account account, String team) {
        return account.roles().contains(Role.CASE_MANAGER)
                && account.remit().scope(teams).covers(team);
    }

    private static CaseManager named(Account account, @Nullable String organisation) {
        return new CaseManager(
                account.name(),
                account.shownAs(),
                organisation == null || organisation.isBlank() ? null : organisation);
    }
}
