package nl.bereik.mobile.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import nl.bereik.mobile.app.ManualDelays;
import nl.bereik.mobile.background.AutoSync.Activity;
import nl.bereik.mobile.journal.JournalException;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.mobile.sync.SyncResult.End;
import nl.bereik.protocol.sync.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AutoSyncTest {
    private final ManualDelays delays = new ManualDelays();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private SyncResult answer = result(End.COMPLETE, null);
    private int rounds;

    @Test
    void oneRoundAtATimeAndOnceMoreWhenAskedMeanwhile() {
        AutoSync sync = sync();
        sync.now();
        sync.now();
        sync.now();
        assertThat(work).hasSize(1);
        work.remove().run();
        assertThat(rounds).isEqualTo(1);
        assertThat(work).hasSize(1);
        work.remove().run();
        assertThat(work).isEmpty();
        assertThat(sync.activityProperty().get()).isEqualTo(Activity.IDLE);
    }

    @Test
    void withoutCoverageItTriesAgainLaterAndLater() {
        answer = result(End.NO_COVERAGE, null);
        AutoSync sync = sync();
        sync.now();
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 12; i++) {
            work.remove().run();
            assertThat(delays.pending()).hasSize(1);
            assertThat(delays.pending().get(0)).isLessThanOrEqualTo(Duration.ofMinutes(5));
            longest = delays.pending().get(0).compareTo(longest) > 0
                    ? delays.pending().get(0)
                    : longest;
            delays.pass(Duration.ofMinutes(5));
        }
        assertThat(longest).isGreaterThan(Duration.ofSeconds(30));
        assertThat(sync.troubleProperty().get()).contains(SyncTrouble.NO_COVERAGE);
    }

    @Test
    void aRoundThatGoesWellClearsTheTrouble() {
        answer = result(End.NO_COVERAGE, null);
        AutoSync sync = sync();
        sync.now();
        work.remove().run();
        answer = result(End.COMPLETE, null);
        delays.pass(Duration.ofMinutes(5));
        work.remove().run();
        assertThat(sync.troubleProperty().get()).isEmpty();
        assertThat(delays.pending()).isEmpty();
    }

    @Test
    void aRevokedPhoneSaysSoAndStopsTrying() {
        answer = result(End.REFUSED, Refusal.Reason.REVOKED_INSTALL);
        AutoSync sync = sync();
        sync.now();
        work.remove().run();
        assertThat(sync.troubleProperty().get()).contains(SyncTrouble.REVOKED);
        assertThat(delays.pending()).isEmpty();
    }

    @Test
    void aFullDiskIsToldAsSuch() {
        AutoSync sync = new AutoSync(
                () -> {
                    throw new JournalException(JournalException.Reason.DISK_FULL, "full");
                },
                new Background(work::add, Runnable::run),
                delays,
                new Random(1));
        sync.now();
        work.remove().run();
        assertThat(sync.troubleProperty().get()).contains(SyncTrouble.DISK_FULL);
    }

    @Test
    void whatIsPutOffRunsOnceAfterTheLastCall() {
        AutoSync sync = sync();
        sync.in(Duration.ofSeconds(9));
        sync.in(Duration.ofSeconds(9));
        assertThat(delays.pending()).hasSize(1);
        delays.pass(Duration.ofSeconds(9));
        assertThat(work).hasSize(1);
    }

    @Test
    void afterStoppingNothingRunsAndALateOutcomeIsPassedOver() {
        answer = result(End.NO_COVERAGE, null);
        AutoSync sync = sync();
        sync.now();
        sync.stop();
        work.remove().run();
        assertThat(sync.troubleProperty().get()).isEqualTo(Optional.empty());
        assertThat(delays.pending()).isEmpty();
        sync.now();
        sync.in(Duration.ZERO);
        assertThat(work).isEmpty();
        assertThat(delays.pending()).isEmpty();
    }

    private AutoSync sync() {
        return new AutoSync(
                () -> {
                    rounds++;
                    return answer;
                },
                new Background(work::add, Runnable::run),
                delays,
                new Random(1));
    }

    private static SyncResult result(End end, Refusal.@Nullable Reason refusal) {
        return new SyncResult(end, 0, 0, 0, false, refusal);
    }
}
