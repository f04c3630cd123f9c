package nl.bereik.server.account;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Scope;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.AuditTrail;
import nl.bereik.server.install.Teams;
import nl.bereik.server.web.RefusedException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Running the accounts of others. One sees the accounts whose teams all lie within one's own; the others are as if they
 * did not exist. An account with a team or region that is not configured now is seen only by who has all teams. Only a
 * coordinator gives and takes the roles that see figures, and touches what guards such an account: an administrator
 * could otherwise become one by a detour. There is always a coordinator of everything who can sign in here.
 *
 * <p>Publishers error with {@link RefusedException} NOT_FOUND, NOT_ALLOWED or LAST_COORDINATOR, and with
 * StoreUnavailableException. Decision 0014.
 */
@Component
public class AccountDesk {
    private static final Set<Role> ONLY_FROM_COORDINATORS = EnumSet.of(Role.COORDINATOR, Role.VIEWER);

    private final Accounts accounts;
    private final ApiKeys keys;
    private final Passwords passwords;
    private final Teams teams;
    private final AuditTrail trail;
    private final RandomGenerator random;

    AccountDesk(
            Accounts accounts,
            ApiKeys keys,
            Passwords passwords,
            Teams teams,
            AuditTrail trail,
            RandomGenerator random) {
        this.accounts = accounts;
        this.keys = keys;
        this.passwords = passwords;
        this.teams = teams;
        this.trail = trail;
        this.random = random;
    }

    /** A password made for somebody; shown once. */
    public record OneTime(String account, String password) {
        /** Hides the password from logs. */
        @Override
        public String toString() {
            return "OneTime[" + account + "]";
        }
    }

    /** The accounts that somebody sees, by name. */
    public Flux<AccountView> all(Person by) {
        return accounts.all().filter(account -> seen(by, account)).map(AccountView::of);
    }

    /** The account that somebody asks for; NOT_FOUND when there is none in scope. */
    public Mono<AccountView> find(Person by, String name) {
        return seen(by, name).map(AccountView::of);
    }

    /** The roles that somebody may give. */
    public static Set<Role> grantable(Person by) {
        EnumSet<Role> roles = EnumSet.allOf(Role.class);
        if (!by.is(Role.COORDINATOR)) {
            roles.removeAll(ONLY_FROM_COORDINATORS);
        }
        return roles;
    }

    /** Adds an account. Errors also with NAME_TAKEN, and WRONG_TYPE with field {@code name} or {@code roles}. */
    public Mono<OneTime> add(Person by, String typedName, Set<Role> roles, Remit remit) {
        return Mono.defer(() -> {
            String name = Account.nameOf(typedName);
            if (!Account.isName(name)) {
                return Mono.error(new RefusedException(Reason.WRONG_TYPE, "name"));
            }
            String password = OneTimePassword.random(random);
            return mayGive(by, roles, remit)
                    .then(accounts.find(name))
                    .flatMap(there -> Mono.<OneTime>error(new RefusedException(Reason.NAME_TAKEN, "name")))
                    .switchIfEmpty(trail.note(by.name(), AuditAct.ACCOUNT_ADDED, name)
                            .then(passwords.hash(password))
                            .flatMap(hash -> accounts.add(new Account(name, hash, true, roles, remit)))
                            .filter(added -> added)
                            .switchIfEmpty(Mono.error(() -> new RefusedException(Reason.NAME_TAKEN, "name")))
                            .thenReturn(new OneTime(name, password)));
        });
    }

    /** Gives an account other roles and teams. */
    public Mono<Void> change(Person by, String name, Set<Role> roles, Remit remit) {
        return guarded(by, name)
                .then(mayGive(by, roles, remit))
                .then(act(by, name, AuditAct.ACCOUNT_CHANGED, account -> account.with(roles, remit)));
    }

    /** Shuts an account out from the next request on, or lets it in again. */
    public Mono<Void> disable(Person by, String name, boolean disabled) {
        AuditAct what = disabled ? AuditAct.ACCOUNT_CLOSED : AuditAct.ACCOUNT_CHANGED;
        return seen(by, name).then(act(by, name, what, account -> account.disabled(disabled)));
    }

    /** Ends all sessions of an account. */
    public Mono<Void> signOutEverywhere(Person by, String name) {
        return seen(by, name).then(act(by, name, AuditAct.SESSIONS_ENDED, Account::signedOutEverywhere));
    }

    /** Makes a new one-time password, ends all sessions, and forgets the account's keys and known browsers. */
    public Mono<OneTime> resetPassword(Person by, String name) {
        return guarded(by, name).flatMap(account -> {
            String password = OneTimePassword.random(random);
            return passwords
                    .hash(password)
                    .flatMap(hash -> act(by, name, AuditAct.ACCOUNT_RESET, now -> now.withPassword(hash, true)
                            .withoutBrowsers()))
                    .then(keys.removeAll(name))
                    .thenReturn(new OneTime(name, password));
        });
    }

    /** Takes the second step of somebody away who has lost it, and ends all sessions. */
    public Mono<Void> resetSecondStep(Person by, String name) {
        return guarded(by, name)
                .then(act(by, name, AuditAct.SECOND_FACTOR_REMOVED, account -> account.with((SecondStep) null)
                        .signedOutEverywhere()));
    }

    /** Undone when it leaves no coordinator of everything: two who shut each other out at once both stay in. */
    private Mono<Void> act(Person by, String name, AuditAct what, UnaryOperator<Account> how) {
        return trail.note(by.name(), what, name).then(accounts.find(name)).flatMap(before -> accounts.change(name, how)
                .then(
                        runsEverything(before)
                                ? accounts.all()
                                        .filter(AccountDesk::runsEverything)
                                        .hasElements()
                                : Mono.just(true))
                .flatMap(someone -> someone ? Mono.<Void>empty() : undo(name, before)));
    }

    private Mono<Void> undo(String name, Account before) {
        return accounts.change(
                        name, now -> now.with(before.roles(), before.remit()).disabled(before.disabled()))
                .then(Mono.error(() -> new RefusedException(Reason.LAST_COORDINATOR, "name")));
    }

    /** One of the organisation does not count: whether it can still sign in is known there only. */
    private static boolean runsEverything(Account account) {
        return account.roles().contains(Role.COORDINATOR)
                && account.remit().everywhere()
                && !account.disabled()
                && !account.atOrganisation();
    }

    private Mono<Void> mayGive(Person by, Set<Role> roles, Remit remit) {
        Scope scope = remit.scope(teams);
        if (roles.isEmpty()) {
            return Mono.error(new RefusedException(Reason.MISSING_FIELD, "roles"));
        }
        if (!remit.isKnown(teams) || !by.scope().covers(scope)) {
            return Mono.error(new RefusedException(Reason.NOT_FOUND, "teams"));
        }
        if (!remit.everywhere() && scope.teams().isEmpty()) {
            return Mono.error(new RefusedException(Reason.MISSING_FIELD, "teams"));
        }
        return grantable(by).containsAll(roles)
                ? Mono.empty()
                : Mono.error(new RefusedException(Reason.NOT_ALLOWED, "roles"));
    }

    /** What an account of the organisation may is said there. */
    private Mono<Account> guarded(Person by, String name) {
        return seen(by, name)
                .flatMap(account -> grantable(by).containsAll(account.roles()) && !account.atOrganisation()
                        ? Mono.just(account)
                        : Mono.error(new RefusedException(Reason.NOT_ALLOWED, "name")));
    }

    private Mono<Account> seen(Person by, String name) {
        return accounts.find(Account.nameOf(name))
                .filter(account -> seen(by, account))
                .switchIfEmpty(Mono.error(() -> new RefusedException(Reason.NOT_FOUND, "name")));
    }

    private boolean seen(Person by, Account account) {
        return account.name().equals(by.name()) || by.scope().everywhere() || covers(by, account.remit());
    }

    /** What has no teams now may have other people's later. */
    private boolean covers(Person by, Remit remit) {
        Scope scope = remit.scope(teams);
        return remit.isKnown(teams) && !scope.teams().isEmpty() && by.scope().covers(scope);
    }
}
