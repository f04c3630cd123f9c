package nl.bereik.mobile.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.bereik.mobile.app.ManualDelays;
import nl.bereik.mobile.app.MovableClock;
import nl.bereik.mobile.app.PhoneSamples;
import nl.bereik.mobile.background.AutoSync;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.Outbox;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TodayViewModelTest {
    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(PhoneSamples.EVENING);
    private final ManualDelays delays = new ManualDelays();
    private Phone phone;
    private TodayViewModel today;
    private int rounds;

    @BeforeEach
    void open() {
        phone = Phone.open(PhoneSamples.parts(folder, clock), PhoneSamples.PIN);
        AutoSync sync = new AutoSync(
                () -> {
                    rounds++;
                    return new SyncResult(SyncResult.End.COMPLETE, 0, 0, 0, true, null);
                },
                Background.direct(),
                delays,
                new Random(1));
        today = new TodayViewModel(phone, sync, Background.direct(), delays);
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void countsTheShiftAndListsNewestFirst() {
        phone.outbox().save(PhoneSamples.contact());
        UUID last = phone.outbox()
                .save(PhoneSamples.contact(PhoneSamples.SHIFT, Channel.DROP_IN, Gender.MAN, AgeBand.UNDER_18));
        assertThat(overview().count()).isEqualTo(2);
        assertThat(overview().lines().get(0).opId()).isEqualTo(last);
        assertThat(overview().lines().get(0).contact().channel()).isEqualTo(Channel.DROP_IN);
    }

    @Test
    void theNightAfterMidnightIsTheSameShiftAndTheMorningIsNot() {
        phone.outbox().save(PhoneSamples.contact());
        clock.pass(Duration.ofHours(4));
        today.refresh();
        assertThat(overview().count()).isEqualTo(1);
        clock.pass(Duration.ofHours(8));
        today.refresh();
        assertThat(overview().count()).isZero();
        assertThat(overview().lines()).isEmpty();
    }

    @Test
    void aContactOfYesterdayLoggedTodayIsListedAndNotCounted() {
        phone.outbox()
                .save(PhoneSamples.contact(
                        PhoneSamples.SHIFT.minusDays(1), Channel.ZONE, Gender.WOMAN, AgeBand.FROM_27));
        assertThat(overview().count()).isZero();
        assertThat(overview().lines()).hasSize(1);
    }

    @Test
    void anOlderContactThatNeedsRepairStaysListedWithItsReason() {
        UUID refused = phone.outbox().save(PhoneSamples.contact());
        PhoneSamples.settle(phone, refused, Verdict.REJECTED, new FieldProblem("on", Reason.DATE_IN_FUTURE));
        clock.pass(Duration.ofDays(3));
        today.refresh();
        assertThat(overview().count()).isZero();
        TodayLine line = overview().lines().get(0);
        assertThat(line.state()).isEqualTo(ItemState.NEEDS_REPAIR);
        assertThat(line.problems()).containsExactly(new FieldProblem("on", Reason.DATE_IN_FUTURE));
        assertThat(overview().status().needsRepair()).isEqualTo(1);
    }

    @Test
    void anImportedBacklogDoesNotFloodTheList() {
        phone.outbox()
                .saveAll(List.of(new Outbox.NewContact(
                        new UUID(3, 4),
                        PhoneSamples.contact(
                                PhoneSamples.SHIFT.minusYears(1), Channel.ZONE, Gender.WOMAN, AgeBand.FROM_27),
                        true)));
        assertThat(overview().lines()).isEmpty();
        assertThat(overview().status().waiting()).isEqualTo(1);
    }

    @Test
    void aContactJustSavedCanBeTakenBack() {
        UUID saved = phone.outbox().save(PhoneSamples.contact());
        today.saved(saved);
        assertThat(today.receiptProperty().get()).contains(new Receipt(Receipt.Done.SAVED, saved, true));
        today.undo();
        assertThat(today.receiptProperty().get()).isEmpty();
        assertThat(phone.outbox().items()).isEmpty();
        assertThat(overview().count()).isZero();
    }

    @Test
    void takingBackEndsAfterAWhileAndOnlyThenItIsSent() {
        today.saved(phone.outbox().save(PhoneSamples.contact()));
        delays.pass(TodayViewModel.UNDO_WINDOW);
        assertThat(today.receiptProperty().get()).isEmpty();
        assertThat(rounds).isZero();
        delays.pass(Duration.ofSeconds(9));
        assertThat(rounds).isEqualTo(1);
    }

    @Test
    void takingBackEndsWhenTheContactHasBeenSent() {
        today.saved(phone.outbox().save(PhoneSamples.contact()));
        phone.outbox().sending().nextBatch(10);
        assertThat(today.receiptProperty().get()).isEmpty();
    }

    @Test
    void onlyWhatTheServerHasShownCountsAsProved() {
        ContentHash hash = PhoneSamples.settle(phone, phone.outbox().save(PhoneSamples.contact()), Verdict.ACCEPTED);
        assertThat(overview().proved()).isZero();
        phone.outbox().sending().synced(new Custody(1, List.of(), 1, hash));
        assertThat(overview().proved()).isEqualTo(1);
        clock.pass(Duration.ofMinutes(1));
        PhoneSamples.settle(phone, phone.outbox().save(PhoneSamples.contact()), Verdict.ACCEPTED);
        assertThat(overview().status().held()).isEqualTo(2);
        assertThat(overview().proved()).as("told, and not shown since").isEqualTo(1);
    }

    @Test
    void tellsWhetherThePhoneIsEnrolled() {
        assertThat(overview().enrolled()).isFalse();
        PhoneSamples.enrol(phone);
        assertThat(overview().enrolled()).isTrue();
    }

    private Overview overview() {
        return today.overviewProperty().get();
    }
}
