package nl.bereik.server.staffweb;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.Scope;
import nl.bereik.server.account.Accounts;
import nl.bereik.server.care.CareProfiles;
import nl.bereik.server.install.Teams;
import nl.bereik.server.need.DaysTold;
import nl.bereik.server.need.NeedStore;
import nl.bereik.server.need.StoredNeed;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads needs within the teams of whoever asks. Publishers error with StoreUnavailableException. */
@Component
class NeedReader {
    private final NeedStore needs;
    private final Accounts accounts;
    private final CareProfiles profiles;
    private final Teams teams;
    private final ReferenceData reference;
    private final Clock clock;

    NeedReader(
            NeedStore needs,
            Accounts accounts,
            CareProfiles profiles,
            Teams teams,
            ReferenceData reference,
            Clock clock) {
        this.needs = needs;
        this.accounts = accounts;
        this.profiles = profiles;
        this.teams = teams;
        this.reference = reference;
        this.clock = clock;
    }

    /** Never empty. */
    Mono<NeedsNow> now(Scope scope) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            List<String> seen = teams.within(scope);
            Mono<List<StoredNeed>> open = needs.open(teams.ids()).collectList();
            Mono<List<StoredNeed>> closed =
                    needs.closed(seen, DaysTold.asOf(reference.dayOf(now))).collectList();
            return Mono.zip(open, closed).flatMap(both -> people(both.getT1(), now)
                    .map(people -> new NeedsNow(
                            now,
                            seen,
                            both.getT1().stream()
                                    .filter(need -> seen.contains(need.team()))
                                    .toList(),
                            both.getT2(),
                            people)));
        });
    }

    /** Empty when there is none of this id in scope. */
    Mono<StoredNeed> find(Scope scope, UUID id) {
        return needs.find(id).filter(need -> scope.covers(need.team()));
    }

    /** Never empty. */
    Mono<NeedPeople> people() {
        return needs.open(teams.ids()).collectList().flatMap(open -> people(open, clock.instant()));
    }

    private Mono<NeedPeople> people(Collection<StoredNeed> open, Instant now) {
        return Mono.zip(accounts.all().collectList(), profiles.all().collectList())
                .map(both -> new NeedPeople(
                        both.getT1(),
                        both.getT2(),
                        open,
                        reference,
                        teams,
                        LocalDateTime.ofInstant(now, reference.zone())));
    }
}
