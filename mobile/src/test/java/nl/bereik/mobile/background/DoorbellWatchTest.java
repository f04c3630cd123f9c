package nl.bereik.mobile.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import nl.bereik.mobile.app.ManualDelays;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.mobile.sync.Doorbell;
import nl.bereik.mobile.sync.DoorbellRequests;
import nl.bereik.mobile.sync.WireRequest;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.sync.Refusal;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.protocol.sync.RequestProof;
import nl.bereik.protocol.sync.SyncPaths;
import org.junit.jupiter.api.Test;

class DoorbellWatchTest {
    private static final Instant SERVER_TIME = Instant.parse("2031-01-01T00:00:00Z");
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final ManualDelays delays = new ManualDelays();
    private final List<Line> lines = new ArrayList<>();
    private final Phone phone = PhoneSamples.open(new MemoryDisk());
    private int rings;
    private final DoorbellWatch watch = new DoorbellWatch(
            new DoorbellRequests(phone), this::listen, Background.direct(), delays, new Random(1), () -> rings++);

    private static final class Line implements Doorbell.Listening {
        final WireRequest request;
        final Doorbell.Ears ears;
        boolean closed;

        Line(WireRequest request, Doorbell.Ears ears) {
            this.request = request;
            this.ears = ears;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private Doorbell.Listening listen(WireRequest request, Doorbell.Ears ears) {
        Line line = new Line(request, ears);
        lines.add(line);
        return line;
    }

    @Test
    void listensOnceWithAProofAndPassesRingsOn() {
        enrol();
        watch.start();
        watch.start();
        assertThat(lines).hasSize(1);
        assertThat(last().request.path()).isEqualTo(SyncPaths.DOORBELL);
        assertThat(last().request.headers()).containsKey(RequestProof.HEADER);
        last().ears.rung();
        last().ears.rung();
        assertThat(rings).isEqualTo(2);
    }

    @Test
    void comesBackLaterAndLaterWhileTheLineEndsAtOnce() {
        enrol();
        watch.start();
        Duration longest = Duration.ZERO;
        for (int tries = 1; tries <= 12; tries++) {
            assertThat(lines).hasSize(tries);
            // Something on the way ends every line after its first word.
            last().ears.rung();
            last().ears.ended(null);
            assertThat(last().closed).isTrue();
            assertThat(delays.pending()).hasSize(1);
            Duration wait = delays.pending().get(0);
            assertThat(wait).isLessThanOrEqualTo(LONGEST_WAIT);
            longest = wait.compareTo(longest) > 0 ? wait : longest;
            delays.pass(LONGEST_WAIT);
        }
        assertThat(longest).isGreaterThan(Duration.ofSeconds(30));
    }

    @Test
    void aLineThatHeldAndEndsIsOpenedAgainWithinTwoSeconds() {
        enrol();
        watch.start();
        for (int i = 0; i < 6; i++) {
            last().ears.ended(null);
            delays.pass(LONGEST_WAIT);
        }
        last().ears.stillThere();
        last().ears.ended(null);
        assertThat(delays.pending()).singleElement().satisfies(wait -> assertThat(wait)
                .isLessThanOrEqualTo(Duration.ofSeconds(2)));
    }

    @Test
    void aSilentLineIsDeadAndWhatItStillSaysIsPassedOver() {
        enrol();
        watch.start();
        Line dead = last();
        dead.ears.stillThere();
        assertThat(delays.pending()).as("one watch over the silence").containsExactly(DoorbellWatch.SILENCE);
        delays.pass(DoorbellWatch.SILENCE);
        assertThat(dead.closed).isTrue();
        delays.pass(LONGEST_WAIT);
        assertThat(lines).hasSize(2);
        dead.ears.rung();
        dead.ears.ended(null);
        assertThat(rings).isZero();
        assertThat(last().closed).isFalse();
    }

    @Test
    void aRevokedPhoneAsksTheServerAtOnceAndKeepsTryingSlowly() {
        enrol();
        watch.start();
        last().ears.ended(refusal(Reason.REVOKED_INSTALL));
        assertThat(rings).as("the sync learns of it").isEqualTo(1);
        assertThat(delays.pending()).hasSize(1);
        watch.synced();
        assertThat(lines).as("no coverage is not what it lacks").hasSize(1);
    }

    @Test
    void aWrongClockIsFollowed() {
        enrol();
        watch.start();
        last().ears.ended(refusal(Reason.CLOCK_SKEW));
        delays.pass(LONGEST_WAIT);
        assertThat(proof(last().request)).contains("\"iat\":" + SERVER_TIME.getEpochSecond());
        assertThat(proof(lines.get(0).request)).contains("\"iat\":" + PhoneSamples.NOW.getEpochSecond());
    }

    @Test
    void aSyncThatGoesWellEndsTheWaitForCoverage() {
        enrol();
        watch.start();
        watch.synced();
        assertThat(lines).as("it listens").hasSize(1);
        last().ears.ended(null);
        watch.synced();
        assertThat(lines).hasSize(2);
        last().ears.rung();
        last().ears.ended(null);
        watch.synced();
        assertThat(lines).as("else each ring would open the next line").hasSize(2);
    }

    @Test
    void aPhoneThatMayNotSyncWaitsUntilItMay() {
        watch.start();
        assertThat(lines).isEmpty();
        assertThat(delays.pending()).hasSize(1);
        enrol();
        watch.synced();
        assertThat(lines).hasSize(1);
    }

    @Test
    void afterStoppingNothingRingsOrOpens() {
        enrol();
        watch.start();
        Line line = last();
        watch.stop();
        assertThat(line.closed).isTrue();
        line.ears.rung();
        line.ears.ended(null);
        watch.synced();
        delays.pass(LONGEST_WAIT);
        assertThat(rings).isZero();
        assertThat(lines).hasSize(1);
        assertThat(delays.pending()).isEmpty();
        watch.start();
        assertThat(lines).hasSize(2);
        last().ears.ended(null);
        watch.stop();
        delays.pass(LONGEST_WAIT);
        assertThat(lines).hasSize(2);
    }

    private Line last() {
        return lines.get(lines.size() - 1);
    }

    private void enrol() {
        String id =
                phone.enrolment().keyFor(URI.create("https://bereik.example")).thumbprint();
        phone.enrolment().enrolled(new EnrolReply(id, "team", PhoneSamples.NOW));
    }

    private static String proof(WireRequest request) {
        String header =
                String.valueOf(request.headers().get(RequestProof.HEADER)).split("\\.", 2)[0];
        return new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8);
    }

    private static Refusal refusal(Reason reason) {
        return new Refusal(reason, null, SERVER_TIME);
    }
}
