package nl.bereik.server.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.TestPhone;
import nl.bereik.server.TestTime;
import nl.bereik.server.install.MemoryInstalls;
import nl.bereik.server.web.RefusedException;
import nl.bereik.server.wipe.MemoryWipeOrders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Requests of every kind that a thief, a stranger or the network could make, checked with real keys.
 * {@code bereik.forged.requests} says how many, {@code bereik.forged.seed} from which seed.
 */
final class ForgedRequestsTest {
    private static final int REQUESTS = Integer.getInteger("bereik.forged.requests", 8_000);
    private static final long SEED = Long.getLong("bereik.forged.seed", new SecureRandom().nextLong());
    private static final int SOUND_EVERY = 100;
    private static final int RESTART_EVERY = 20_000;

    private final TestTime time = new TestTime("2025-06-01T12:00:00Z");
    private final MemoryInstalls installs = new MemoryInstalls();
    private final MemoryNonceStore nonces = new MemoryNonceStore(false);
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Forger forger = new Forger(random, time);
    private final Map<Forger.Kind, Map<Reason, Integer>> answers = new EnumMap<>(Forger.Kind.class);

    @Test
    void noneIsAccepted() throws JOSEException {
        installs.add(forger.victim().install("team")).block();
        installs.add(forger.colleague().install("team")).block();
        TestPhone revoked = forger.revoked();
        installs.add(revoked.install("team").revoked(time.instant())).block();
        SignedRequests server = server();
        for (int i = 0; i < REQUESTS; i++) {
            if (i % RESTART_EVERY == RESTART_EVERY - 1) {
                time.move(Duration.ofSeconds(1));
                server = server();
            }
            if (i % SOUND_EVERY == 0) {
                time.move(Duration.ofMillis(random.nextInt(30_000)));
                Forger.Request sound = forger.sound();
                assertThat(refusal(server, sound))
                        .as("a sound request, seed %s, number %s", SEED, i)
                        .isNull();
            }
            Forger.Kind kind = Forger.Kind.values()[i % Forger.Kind.values().length];
            Reason reason = refusal(server, forger.forge(kind));
            assertThat(reason)
                    .as("%s was accepted; seed %s, number %s", kind, SEED, i)
                    .isNotNull();
            answers.computeIfAbsent(kind, none -> new TreeMap<>()).merge(reason, 1, Integer::sum);
        }
        System.out.println("forged: " + REQUESTS + " requests, 0 accepted, refused as " + answers);
        answers.forEach(
                (kind, reasons) -> assertThat(reasons.keySet()).as(kind.name()).isSubsetOf(kind.expected()));
    }

    private SignedRequests server() {
        return new SignedRequests(
                new Proofs(new SignatureConfiguration().verifiers()),
                new UsedProofs(nonces, time),
                installs,
                new MemoryWipeOrders(),
                ReferenceData.gelderlandZuid(),
                time);
    }

    private static @Nullable Reason refusal(SignedRequests server, Forger.Request request) {
        try {
            server.verify(request.proof(), request.sent()).block();
            return null;
        } catch (RefusedException e) {
            return e.reason();
        }
    }
}
