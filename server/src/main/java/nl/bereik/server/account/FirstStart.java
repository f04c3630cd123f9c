package nl.bereik.server.account;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import nl.bereik.protocol.enrolment.EnrolmentCode;
import nl.bereik.server.access.Role;
import nl.bereik.server.enrolment.EnrolmentCodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Makes the coordinator's account, an API key and the code of the first phone when there is no account yet, and leaves
 * them in {@link FirstStartFile}.
 *
 * <p>The order makes it safe to die anywhere: the code is issued (only the store can make one), the secrets are written
 * to the pending file, account and key are stored from that file, and only then does the file get its name. A start
 * that finds a pending file goes on from there; all that can be lost is a code that nobody has seen. Of two servers
 * that start on one empty store, the one whose account is stored wins and the other leaves no file.
 */
final class FirstStart {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final FirstStartFile file;
    private final String team;
    private final Accounts accounts;
    private final ApiKeys keys;
    private final EnrolmentCodes codes;
    private final Passwords passwords;
    private final RandomGenerator random;

    FirstStart(
            FirstStartFile file,
            String team,
            Accounts accounts,
            ApiKeys keys,
            EnrolmentCodes codes,
            Passwords passwords,
            RandomGenerator random) {
        this.file = file;
        this.team = team;
        this.accounts = accounts;
        this.keys = keys;
        this.codes = codes;
        this.passwords = passwords;
        this.random = random;
    }

    /** Completes when somebody can sign in. Changes nothing when there is an account and no start was cut off. */
    Mono<Void> run() {
        return onDisk(file::pending).flatMap(pending -> pending.map(this::complete)
                .orElseGet(() -> accounts.any().flatMap(any -> any ? Mono.empty() : begin())));
    }

    private Mono<Void> begin() {
        return onDisk(file::finished).flatMap(earlier -> earlier.map(this::restore)
                .orElseGet(() -> codes.issue(team, null).map(this::secrets).flatMap(made -> onDisk(() -> {
                            file.writePending(made);
                            return made;
                        })
                        .flatMap(this::complete))));
    }

    private FirstStartSecrets secrets(EnrolmentCode code) {
        return new FirstStartSecrets(
                Account.COORDINATOR, OneTimePassword.random(random), ApiKey.random(random), code.display());
    }

    private Mono<Void> complete(FirstStartSecrets pending) {
        return store(pending).flatMap(ours -> onDisk(() -> {
                    if (ours) {
                        file.finish();
                        LOG.info("First start: how to sign in and to enrol the first phone stands in {}", file.path());
                    } else {
                        file.discard();
                        LOG.info("First start: another server on this store has made the account");
                    }
                    return ours;
                })
                .then());
    }

    private Mono<Void> restore(FirstStartSecrets earlier) {
        return store(earlier)
                .doOnNext(ours -> LOG.warn(
                        "The store held no account: those of {} were put back. Its enrolment code may be of an"
                                + " earlier store; the page with the phones makes new ones",
                        file.path()))
                .then();
    }

    /** True when the account stored, now or before, is the one of these secrets; safe to repeat. */
    private Mono<Boolean> store(FirstStartSecrets secrets) {
        return passwords
                .hash(secrets.password())
                .map(hash -> new Account(secrets.account(), hash, true, Set.of(Role.COORDINATOR), Remit.EVERYWHERE))
                .flatMap(account -> accounts.add(account)
                        .flatMap(added -> added ? Mono.just(true) : isStored(secrets))
                        .flatMap(ours -> ours
                                ? keys.add(secrets.apiKey().hash(), account.name())
                                        .thenReturn(true)
                                : Mono.just(false)));
    }

    private Mono<Boolean> isStored(FirstStartSecrets secrets) {
        return accounts.find(secrets.account())
                .flatMap(account -> passwords.matches(secrets.password(), account.passwordHash()))
                .defaultIfEmpty(false);
    }

    private static <T> Mono<T> onDisk(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
