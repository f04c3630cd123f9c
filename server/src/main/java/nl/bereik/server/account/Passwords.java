package nl.bereik.server.account;

import java.util.concurrent.Callable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hashes and checks passwords with Argon2id, and judges new ones, on threads of its own: a few at once and a bounded
 * queue, so that a flood of sign-ins takes neither the event loop nor the memory from the phones.
 */
@Component
class Passwords implements DisposableBean {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 2;
    private static final int WAITING = 256;

    private final PasswordEncoder argon2id =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Scheduler threads = Schedulers.newBoundedElastic(AT_ONCE, WAITING, "passwords");

    Mono<String> hash(String password) {
        return off(() -> encode(password));
    }

    /** Why a new password cannot be taken; empty when it may be. */
    Mono<PasswordRules.Problem> problem(String password, String account) {
        return off(() -> PasswordRules.problem(password, account)).flatMap(Mono::justOrEmpty);
    }

    /** Errors with RejectedExecutionException when too many are waiting. */
    Mono<Boolean> matches(String password, String hash) {
        return off(() -> argon2id.matches(password, hash));
    }

    private String encode(String password) {
        String hash = argon2id.encode(password);
        if (hash == null) {
            throw new IllegalStateException("no hash was made");
        }
        return hash;
    }

    private <T> Mono<T> off(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(threads);
    }

    @Override
    public void destroy() {
        threads.dispose();
    }
}
