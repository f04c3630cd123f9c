package nl.bereik.server.account;

import java.net.URI;
import nl.bereik.server.access.Person;
import nl.bereik.server.account.Organisation.Pending;
import nl.bereik.server.account.Tries.Source;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Signs people in who signed in at their organisation. Each time their account takes the roles and teams that the
 * organisation gives them then. Publishers error with StoreUnavailableException.
 */
@Component
public class OrganisationSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(OrganisationSignIn.class);

    private final Organisation organisation;
    private final OrganisationMapping mapping;
    private final Accounts accounts;
    private final BrowserSessions sessions;
    private final People people;
    private final AuditTrail trail;
    private final Tries tries;

    OrganisationSignIn(
            Organisation organisation,
            OrganisationProperties properties,
            Accounts accounts,
            BrowserSessions sessions,
            People people,
            AuditTrail trail,
            Tries tries) {
        this.organisation = organisation;
        this.mapping = new OrganisationMapping(properties);
        this.accounts = accounts;
        this.sessions = sessions;
        this.people = people;
        this.trail = trail;
        this.tries = tries;
    }

    /** What came of coming back. */
    public sealed interface Outcome {
        /** A session of this person has begun. */
        record Begun(Person person) implements Outcome {}

        /** The organisation knows who it is, and nothing here is for that person. */
        record NothingHere() implements Outcome {}

        /** It is not known who it is; trying again may help. */
        record Failed() implements Outcome {}
    }

    public boolean isOffered() {
        return organisation.isConfigured();
    }

    /** Where to send a browser to sign in; empty when the organisation does not answer. */
    public Mono<URI> depart(ServerWebExchange exchange) {
        return organisation
                .depart(exchange)
                .doOnNext(departure ->
                        Cookies.AT_ORGANISATION.set(exchange, departure.kept().encode()))
                .map(Organisation.Departure::to)
                .onErrorResume(RuntimeException.class, failure -> {
                    tell(failure);
                    return Mono.empty();
                });
    }

    /** Never empty. */
    public Mono<Outcome> arrive(ServerWebExchange exchange) {
        @Nullable Pending kept = Pending.decode(Cookies.AT_ORGANISATION.get(exchange));
        Cookies.AT_ORGANISATION.clear(exchange);
        if (kept == null || !isOffered()) {
            return Mono.just(new Outcome.Failed());
        }
        return organisation
                .arrive(exchange, kept)
                .flatMap(claims -> mapping.account(claims)
                        .map(account -> begin(exchange, account))
                        .orElseGet(() -> Mono.just(new Outcome.NothingHere())))
                .onErrorResume(failure -> !(failure instanceof StoreUnavailableException), failure -> {
                    if (!isToBeTold(exchange)) {
                        return Mono.just(new Outcome.Failed());
                    }
                    tell(failure);
                    return trail.note(AuditTrail.NOBODY_KNOWN, AuditAct.SIGN_IN_FAILED, "")
                            .thenReturn(new Outcome.Failed());
                });
    }

    /** Where somebody can sign out at the organisation as well; empty when that is not offered or not needed. */
    public Mono<URI> signOutThere(Person person) {
        return isOffered() && person.name().startsWith(OrganisationMapping.PREFIX)
                ? organisation.signOut().onErrorResume(RuntimeException.class, failure -> Mono.empty())
                : Mono.empty();
    }

    private Mono<Outcome> begin(ServerWebExchange exchange, Account told) {
        return accounts.add(told)
                .then(accounts.change(told.name(), there -> there.as(told)))
                .flatMap(account -> account.disabled()
                        ? Mono.just(new Outcome.NothingHere())
                        : trail.note(account.name(), AuditAct.SIGNED_IN, account.name())
                                .then(sessions.begin(exchange, account, true))
                                .thenReturn(new Outcome.Begun(people.inSession(account, true))));
    }

    /** Nobody is kept waiting; but a stranger who comes back as often as he likes fills neither trail nor log. */
    private boolean isToBeTold(ServerWebExchange exchange) {
        return tries.before(new Source("at the organisation", "back at " + Addresses.of(exchange), null))
                .isZero();
    }

    /** Names the class only: a message may quote what the organisation sent. */
    private static void tell(Throwable failure) {
        LOG.warn("Signing in at the organisation failed: {}", failure.getClass().getName());
    }
}
