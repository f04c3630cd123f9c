package nl.bereik.server.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.server.TestTime;
import nl.bereik.server.web.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

final class UsedProofsTest {
    private static final Instant START = Instant.parse("2025-06-01T12:00:00Z");

    private final TestTime time = new TestTime(START.toString());
    private final MemoryNonceStore store = new MemoryNonceStore(false);

    @ParameterizedTest
    @ValueSource(ints = {0, 59, 61, 400})
    void aProofIsUsedOnce(int secondsAfterStart) {
        UsedProofs used = process();
        time.move(Duration.ofSeconds(secondsAfterStart));
        accepted(used, "a", time.instant());
        refused(Reason.REPLAYED, used, "a", time.instant());
        accepted(used, "b", time.instant());
        StepVerifier.create(used.use("other", proof("a", time.instant()))).verifyComplete();
    }

    @Test
    void aReplayIsRefusedForAsLongAsItsProofIsFresh() {
        UsedProofs used = process();
        time.move(Duration.ofHours(1));
        Instant issued = time.instant();
        accepted(used, "a", issued);
        time.move(RequestProof.MAX_BEHIND);
        refused(Reason.REPLAYED, used, "a", issued);
        time.move(Duration.ofSeconds(1));
        refused(Reason.CLOCK_SKEW, used, "a", issued);
    }

    @ParameterizedTest
    @ValueSource(longs = {-299, -60, -1, 0, 1, 60})
    void noProofUsedBeforeARestartIsAcceptedAfterIt(long issuedAfterUse) {
        UsedProofs before = process();
        time.move(Duration.ofMinutes(20));
        Instant issued = time.instant().plusSeconds(issuedAfterUse);
        accepted(before, "a", issued);
        time.move(Duration.ofMillis(300));
        UsedProofs after = process();
        for (int second = 0; second < 600; second++) {
            assertThat(refusal(after, "a", issued))
                    .as("%s s after the restart", second)
                    .isIn(Reason.REPLAYED, Reason.CLOCK_SKEW);
            time.move(Duration.ofSeconds(1));
        }
    }

    @Test
    void processesThatShareAStoreShareWhatWasUsed() {
        MemoryNonceStore shared = new MemoryNonceStore(true);
        UsedProofs one = new UsedProofs(shared, time, 10);
        UsedProofs other = new UsedProofs(shared, time, 10);
        time.move(Duration.ofHours(1));
        accepted(one, "a", time.instant());
        refused(Reason.REPLAYED, other, "a", time.instant());
        accepted(other, "slow clock", time.instant().minusSeconds(200));
    }

    @Test
    void memoryIsBoundedAndForgettingLetsNoReplayThrough() {
        UsedProofs used = new UsedProofs(store, time, 100);
        time.move(Duration.ofHours(1));
        Instant first = time.instant();
        for (int i = 0; i < 1_000; i++) {
            accepted(used, "n" + i, time.instant());
            if (i % 10 == 9) {
                time.move(Duration.ofSeconds(1));
            }
        }
        for (int i = 0; i < 1_000; i++) {
            assertThat(refusal(used, "n" + i, first.plusSeconds(i / 10)))
                    .isEqualTo(i < 900 ? Reason.CLOCK_SKEW : Reason.REPLAYED);
        }
        accepted(used, "new", time.instant());
    }

    @Test
    void theStoreIsAskedOnlyWhereMemoryIsNotEnoughAndIsTidied() {
        UsedProofs used = process();
        accepted(used, "just started", time.instant());
        time.move(Duration.ofMinutes(2));
        accepted(used, "usual", time.instant());
        accepted(used, "clock ahead", time.instant().plusSeconds(30));
        assertThat(store.size()).isEqualTo(2);
        time.move(Duration.ofMinutes(20));
        accepted(used, "clock ahead", time.instant().plusSeconds(1));
        assertThat(store.size()).isEqualTo(1);
    }

    private UsedProofs process() {
        return new UsedProofs(store, time);
    }

    private static RequestProof proof(String nonce, Instant at) {
        return new RequestProof("GET", "/sync/v1/state", RequestProof.hash(new byte[0]), at, nonce);
    }

    private static void accepted(UsedProofs used, String nonce, Instant at) {
        StepVerifier.create(used.use("phone", proof(nonce, at))).verifyComplete();
    }

    private static void refused(Reason reason, UsedProofs used, String nonce, Instant at) {
        assertThat(refusal(used, nonce, at)).isEqualTo(reason);
    }

    private static Reason refusal(UsedProofs used, String nonce, Instant at) {
        try {
            used.use("phone", proof(nonce, at)).block();
        } catch (RefusedException e) {
            return e.reason();
        }
        throw new AssertionError("accepted");
    }
}
