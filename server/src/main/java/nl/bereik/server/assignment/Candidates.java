package nl.bereik.server.assignment;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.bereik.server.access.Role;
import nl.bereik.server.account.Account;
import nl.bereik.server.care.CareProfiles;
import nl.bereik.server.care.CareTeam;
import nl.bereik.server.install.Teams;
import nl.bereik.server.need.NeedStore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds who can be asked by the rules: case managers whom the coordinator has described. */
@Component
final class Candidates {
    private final CareTeam people;
    private final CareProfiles profiles;
    private final NeedStore needs;
    private final Teams teams;

    Candidates(CareTeam people, CareProfiles profiles, NeedStore needs, Teams teams) {
        this.people = people;
        this.profiles = profiles;
        this.needs = needs;
        this.teams = teams;
    }

    /** As they are now. Never empty. Errors with StoreUnavailableException. */
    Mono<TeamCandidates> of(String team) {
        Mono<Set<String>> caseManagers =
                people.with(Role.CASE_MANAGER, team).map(Account::name).collect(Collectors.toUnmodifiableSet());
        Mono<List<String>> coordinators =
                people.with(Role.COORDINATOR, team).map(Account::name).collectList();
        // A case manager of several teams has one caseload.
        return Mono.zip(caseManagers, coordinators, needs.caseloads(teams.ids()))
                .flatMap(found -> profiles.all()
                        .filter(profile -> found.getT1().contains(profile.account()))
                        .map(profile -> new Candidate(
                                profile,
                                found.getT3()
                                        .getOrDefault(profile.account(), 0L)
                                        .intValue()))
                        .collectList()
                        .map(all -> new TeamCandidates(all, found.getT2())));
    }
}
