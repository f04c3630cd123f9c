package nl.bereik.mobile.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import nl.bereik.mobile.app.MovableClock;
import nl.bereik.mobile.disk.MemoryDisk;
import nl.bereik.mobile.lease.Lease.Leave;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.phone.PhoneSamples;
import nl.bereik.protocol.enrolment.EnrolReply;
import nl.bereik.protocol.sync.Custody;
import org.junit.jupiter.api.Test;

/** How long a phone may show what it holds, whatever is done to its clock. */
class LeaseTest {
    private final MemoryDisk disk = new MemoryDisk();
    private final MovableClock clock = new MovableClock(PhoneSamples.NOW);

    @Test
    void aPhoneWithoutAServerNeedsNoLeave() {
        unlock().close();
        clock.pass(Duration.ofDays(400));
        assertThat(leave()).isEqualTo(Leave.GIVEN);
    }

    @Test
    void aSyncGivesLeaveForFourteenDays() {
        sync();
        clock.pass(Duration.ofDays(14).minusSeconds(1));
        assertThat(leave()).isEqualTo(Leave.GIVEN);
        clock.pass(Duration.ofSeconds(1));
        assertThat(leave()).isEqualTo(Leave.RUN_OUT);
        sync();
        assertThat(leave()).isEqualTo(Leave.GIVEN);
    }

    @Test
    void anEnrolledPhoneThatNeverSyncedRunsOutAsWell() {
        try (Phone phone = unlock()) {
            enrol(phone);
        }
        assertThat(leave()).isEqualTo(Leave.GIVEN);
        clock.pass(Duration.ofDays(14));
        assertThat(leave()).isEqualTo(Leave.RUN_OUT);
    }

    @Test
    void itRunsOutWhileThePhoneIsOpen() {
        sync();
        try (Phone phone = unlock()) {
            clock.pass(Duration.ofDays(15));
            assertThat(phone.leave()).isEqualTo(Leave.RUN_OUT);
        }
    }

    @Test
    void settingTheClockBackEachDayCountsADayEach() {
        sync();
        int days = 0;
        while (leave() == Leave.GIVEN) {
            clock.pass(Duration.ofHours(2));
            leave();
            clock.pass(Duration.ofHours(-2));
            assertThat(++days).isLessThan(20);
        }
        assertThat(days).isBetween(12, 14);
    }

    @Test
    void settingTheClockBackALittleAgainAndAgainGainsNothing() {
        sync();
        for (int i = 0; i < 14 * 24 && leave() == Leave.GIVEN; i++) {
            clock.pass(Duration.ofHours(1));
            leave();
            clock.pass(Duration.ofHours(-1));
        }
        assertThat(leave()).isEqualTo(Leave.RUN_OUT);
    }

    @Test
    void aClockYearsAheadThatIsPutRightCostsADayOnly() {
        clock.pass(Duration.ofDays(2_000));
        sync();
        clock.pass(Duration.ofDays(-2_000));
        assertThat(leave()).isEqualTo(Leave.GIVEN);
        clock.pass(Duration.ofDays(12));
        assertThat(leave()).isEqualTo(Leave.GIVEN);
        clock.pass(Duration.ofDays(1));
        assertThat(leave()).isEqualTo(Leave.RUN_OUT);
    }

    @Test
    void whatWasUsedOutlivesCompaction() {
        sync();
        clock.pass(Duration.ofDays(13));
        try (Phone phone = unlock()) {
            phone.compact();
        }
        assertThat(leave()).isEqualTo(Leave.GIVEN);
        clock.pass(Duration.ofDays(1));
        assertThat(leave()).isEqualTo(Leave.RUN_OUT);
    }

    @Test
    void aRevokedPhoneShowsNothingUntilASyncOrAnotherEnrolment() {
        sync();
        try (Phone phone = unlock()) {
            phone.revoked();
            phone.revoked();
            assertThat(phone.leave()).isEqualTo(Leave.REVOKED);
            phone.compact();
        }
        assertThat(leave()).isEqualTo(Leave.REVOKED);
        try (Phone phone = unlock()) {
            enrol(phone);
            assertThat(phone.leave()).isEqualTo(Leave.GIVEN);
            phone.revoked();
        }
        sync();
        assertThat(leave()).isEqualTo(Leave.GIVEN);
    }

    private Leave leave() {
        try (Phone phone = unlock()) {
            return phone.leave();
        }
    }

    private void sync() {
        try (Phone phone = unlock()) {
            if (phone.enrolment().install() == null) {
                enrol(phone);
            }
            phone.outbox().sending().synced(Custody.NONE);
        }
    }

    private static void enrol(Phone phone) {
        String id =
                phone.enrolment().keyFor(URI.create("https://bereik.example")).thumbprint();
        phone.enrolment().enrolled(new EnrolReply(id, "team", PhoneSamples.NOW));
    }

    private Phone unlock() {
        assertThat(List.copyOf(disk.names())).doesNotContain("wipe.json");
        return PhoneSamples.open(disk, clock, new Random(3));
    }
}
