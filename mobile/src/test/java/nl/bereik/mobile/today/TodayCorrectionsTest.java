package nl.bereik.mobile.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import nl.bereik.mobile.app.ManualDelays;
import nl.bereik.mobile.app.MovableClock;
import nl.bereik.mobile.app.PhoneSamples;
import nl.bereik.mobile.background.AutoSync;
import nl.bereik.mobile.background.Background;
import nl.bereik.mobile.capture.Field;
import nl.bereik.mobile.journal.Entry;
import nl.bereik.mobile.outbox.ItemState;
import nl.bereik.mobile.outbox.Outbox;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.sync.SyncResult;
import nl.bereik.mobile.today.TodayLine.Telling;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.contact.FieldProblem.Reason;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.json.Json;
import nl.bereik.protocol.state.Outcomes;
import nl.bereik.protocol.state.StateReply;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts that were told more than once, in the list of today. */
class TodayCorrectionsTest {
    private static final ContactMoment AS_A_MAN = on(PhoneSamples.SHIFT);

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(PhoneSamples.EVENING);
    private final ManualDelays delays = new ManualDelays();
    private Phone phone;
    private Outbox outbox;
    private TodayViewModel today;

    @BeforeEach
    void open() {
        phone = Phone.open(PhoneSamples.parts(folder, clock), PhoneSamples.PIN);
        outbox = phone.outbox();
        AutoSync sync = new AutoSync(
                () -> new SyncResult(SyncResult.End.COMPLETE, 0, 0, 0, true, null),
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
    void aContactIsOneLineAsLastToldInTheStateOfWhatIsStillUnderWay() {
        UUID root = arrived();
        UUID correction = outbox.correct(root, AS_A_MAN);
        assertThat(overview().count()).isEqualTo(1);
        assertThat(line().root()).isEqualTo(root);
        assertThat(line().contact().gender()).isEqualTo(Gender.MAN);
        assertThat(line().telling()).isEqualTo(Telling.CORRECTED);
        assertThat(line().state()).isEqualTo(ItemState.WAITING);
        outbox.sending().nextBatch(1);
        today.refresh();
        assertThat(line().state()).isEqualTo(ItemState.SENDING);
        PhoneSamples.settle(phone, correction, Verdict.ACCEPTED);
        assertThat(line().state()).isEqualTo(ItemState.ARRIVED);
        assertThat(line().telling()).isEqualTo(Telling.CORRECTED);
    }

    @Test
    void theTellingThatNeedsMostSpeaksForAll() {
        UUID root = outbox.save(PhoneSamples.contact());
        FieldProblem unknown = new FieldProblem("gender", Reason.UNKNOWN_CODE);
        PhoneSamples.settle(phone, root, Verdict.QUARANTINED, unknown);
        UUID correction = outbox.correct(root, AS_A_MAN);
        assertThat(line().state()).isEqualTo(ItemState.UNDER_REVIEW);
        assertThat(line().problems()).containsExactly(unknown);
        assertThat(line().contact().gender()).isEqualTo(Gender.MAN);
        FieldProblem future = new FieldProblem("on", Reason.DATE_IN_FUTURE);
        PhoneSamples.settle(phone, correction, Verdict.REJECTED, future);
        assertThat(line().state()).isEqualTo(ItemState.NEEDS_REPAIR);
        assertThat(line().opId()).isEqualTo(correction);
        assertThat(line().problems()).containsExactly(future);
    }

    @Test
    void theCountFollowsTheLastTelling() {
        UUID root = arrived();
        outbox.correct(root, on(PhoneSamples.SHIFT.minusDays(1)));
        assertThat(overview().count()).isZero();
        assertThat(overview().lines()).hasSize(1);
        outbox.correct(root, AS_A_MAN);
        assertThat(overview().count()).isEqualTo(1);
    }

    @Test
    void aContactTakenBackIsShownAsItWasUntilThatHasArrived() {
        UUID root = arrived();
        UUID takingBack = outbox.correct(root, null);
        assertThat(overview().count()).isZero();
        assertThat(line().telling()).isEqualTo(Telling.TAKEN_BACK);
        assertThat(line().contact().gender()).isEqualTo(Gender.WOMAN);
        assertThat(line().state()).isEqualTo(ItemState.WAITING);
        PhoneSamples.settle(phone, takingBack, Verdict.ACCEPTED);
        assertThat(overview().lines()).isEmpty();
    }

    @Test
    void whatWasRefusedOfAContactTakenBackStaysInSight() {
        UUID root = outbox.save(PhoneSamples.contact());
        PhoneSamples.settle(phone, root, Verdict.QUARANTINED);
        PhoneSamples.settle(phone, outbox.correct(root, null), Verdict.ACCEPTED);
        assertThat(overview().lines()).isEmpty();
        ItemOutcome refusal = new ItemOutcome(root.toString(), Verdict.REJECTED, List.of());
        phone.state().pulled(new StateReply(List.of(Outcomes.record(refusal)), List.of()));
        assertThat(line().state()).isEqualTo(ItemState.NEEDS_REPAIR);
        assertThat(line().wasCorrected()).isTrue();
        PhoneSamples.settle(phone, outbox.repair(line().opId(), null), Verdict.ACCEPTED);
        assertThat(overview().lines()).isEmpty();
    }

    @Test
    void anOlderContactCorrectedTodayIsListedToday() {
        UUID root = arrived();
        clock.pass(Duration.ofDays(3));
        today.refresh();
        assertThat(overview().lines()).isEmpty();
        outbox.correct(root, AS_A_MAN);
        assertThat(line().root()).isEqualTo(root);
        assertThat(overview().count()).isZero();
    }

    @Test
    void aCodeOfAnotherVersionIsKeptAsItsText() {
        phone.record(new Entry.Saved(
                new UUID(5, 6),
                "contact",
                1,
                Json.readObject("{\"on\":\"2026-03-06\",\"gender\":\"FLUID\",\"topics\":[\"EXIT\",\"CHESS\"]}"),
                null,
                PhoneSamples.EVENING,
                false,
                null));
        assertThat(line().contact().unknown())
                .isEqualTo(Map.of(Field.GENDER, List.of("FLUID"), Field.TOPICS, List.of("CHESS")));
    }

    @Test
    void aCorrectionIsUndoneWhileItHasNotBeenSent() {
        UUID root = arrived();
        UUID correction = outbox.correct(root, AS_A_MAN);
        today.corrected(correction);
        assertThat(today.receiptProperty().get()).contains(new Receipt(Receipt.Done.CORRECTED, correction, true));
        today.undo();
        assertThat(line().contact().gender()).isEqualTo(Gender.WOMAN);
        assertThat(line().telling()).isEqualTo(Telling.FIRST);

        today.takenBack(outbox.correct(root, null));
        outbox.sending().nextBatch(1);
        assertThat(today.receiptProperty().get()).as("it is being sent").isEmpty();
        today.undo();
        assertThat(line().telling()).isEqualTo(Telling.TAKEN_BACK);
    }

    @Test
    void whatTookThePlaceOfSomethingUnsentIsToldAndNotUndone() {
        UUID root = outbox.save(PhoneSamples.contact());
        UUID replacement = outbox.correct(root, AS_A_MAN);
        today.corrected(replacement);
        assertThat(today.receiptProperty().get()).contains(new Receipt(Receipt.Done.CORRECTED, replacement, false));
        assertThat(line().telling()).as("nobody was told otherwise").isEqualTo(Telling.FIRST);
        today.undo();
        assertThat(line().contact().gender()).isEqualTo(Gender.MAN);

        today.takenBack(outbox.correct(replacement, null));
        today.refresh();
        assertThat(today.receiptProperty().get()).contains(new Receipt(Receipt.Done.TAKEN_BACK, replacement, false));
        assertThat(overview().lines()).isEmpty();
        delays.pass(TodayViewModel.UNDO_WINDOW);
        assertThat(today.receiptProperty().get()).isEmpty();
    }

    private UUID arrived() {
        UUID root = outbox.save(PhoneSamples.contact());
        PhoneSamples.settle(phone, root, Verdict.ACCEPTED);
        return root;
    }

    private static ContactMoment on(LocalDate day) {
        return PhoneSamples.contact(day, Channel.ZONE, Gender.MAN, AgeBand.FROM_27);
    }

    private Overview overview() {
        return today.overviewProperty().get();
    }

    private TodayLine line() {
        assertThat(overview().lines()).hasSize(1);
        return overview().lines().get(0);
    }
}
