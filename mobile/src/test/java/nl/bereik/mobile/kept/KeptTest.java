package nl.bereik.mobile.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.bereik.mobile.app.MovableClock;
import nl.bereik.mobile.app.PhoneSamples;
import nl.bereik.mobile.phone.Phone;
import nl.bereik.mobile.trajectory.KnownTrajectory;
import nl.bereik.mobile.trajectory.Trajectories;
import nl.bereik.protocol.activity.ActivityCodec;
import nl.bereik.protocol.activity.PreventionActivity;
import nl.bereik.protocol.contact.AgeBand;
import nl.bereik.protocol.contact.Audience;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.Gender;
import nl.bereik.protocol.reach.ReachTable;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.protocol.trajectory.Phase;
import nl.bereik.protocol.trajectory.TrajectoryEnd;
import nl.bereik.protocol.trajectory.TrajectoryStep.End;
import nl.bereik.protocol.trajectory.TrajectoryStep.InPhase;
import nl.bereik.protocol.trajectory.TrajectoryStep.Start;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTest {
    private static final YearMonth MONTH = YearMonth.from(PhoneSamples.SHIFT);

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(PhoneSamples.EVENING);
    private Phone phone;
    private ContentHash held = ContentHash.NONE;
    private int count;

    @BeforeEach
    void open() {
        phone = Phone.open(PhoneSamples.parts(folder, clock), PhoneSamples.PIN);
        PhoneSamples.enrol(phone);
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void theMonthIsTheSameAfterItsItemsHaveLeft() {
        phone.outbox().save(PhoneSamples.contact());
        UUID corrected = phone.outbox().save(PhoneSamples.contact());
        UUID none = phone.outbox().save(PhoneSamples.contact());
        UUID session = prevention(12);
        UUID noSession = prevention(30);
        arrive();
        phone.outbox()
                .correct(
                        corrected,
                        PhoneSamples.contact(PhoneSamples.SHIFT, Channel.STREET, Gender.MAN, AgeBand.FROM_18_TO_20));
        phone.outbox().correct(none, null);
        phone.outbox().others().takeBack(noSession, phone.outbox().newId());
        arrive();
        MonthCounts before = month();
        assertThat(before.contacts().contacts()).isEqualTo(2);
        assertThat(before.contacts().table(ReachTable.CHANNEL)).isEqualTo(Map.of("ZONE", 1L, "STREET", 1L));
        assertThat(before.activities().participants()).isEqualTo(Map.of(Audience.AT_RISK, 12L));

        leave();
        assertThat(phone.outbox().items()).isEmpty();
        assertThat(session).isNotNull();
        same(month(), before);
        leave();
        same(month(), before);
    }

    @Test
    void whatIsToldLaterIsAddedToWhatHasLeft() {
        phone.outbox().save(PhoneSamples.contact());
        arrive();
        leave();
        phone.outbox().save(PhoneSamples.contact());
        assertThat(month().contacts().contacts()).isEqualTo(2);
        arrive();
        leave();
        assertThat(month().contacts().contacts()).isEqualTo(2);
        assertThat(phone.outbox().items()).isEmpty();
    }

    @Test
    void compactionChangesNothingOfWhatWaits() {
        phone.outbox().save(PhoneSamples.contact());
        arrive();
        phone.outbox().save(PhoneSamples.contact());
        prevention(3);
        List<PushItem> before = phone.outbox().sending().nextBatch(10);
        leave();
        assertThat(phone.outbox().sending().nextBatch(10)).isEqualTo(before);
    }

    @Test
    void aTrajectoryOutlivesItsItems() {
        Trajectories trajectories = new Trajectories(phone);
        trajectories.start(
                new Start(Gender.WOMAN, AgeBand.FROM_21_TO_26, false, null, null), PhoneSamples.SHIFT.minusDays(3));
        UUID id = trajectories.all().get(0).id();
        trajectories.tell(id, new InPhase(Phase.CONTACT, true), PhoneSamples.SHIFT.minusDays(2));
        UUID mistaken = trajectories.tell(id, new InPhase(Phase.EXECUTION, true), PhoneSamples.SHIFT);
        arrive();
        leave();
        assertThat(phone.outbox().items()).isEmpty();
        trajectories = new Trajectories(phone);
        assertThat(trajectories.find(id).orElseThrow().trajectory().phases())
                .containsOnlyKeys(Phase.CONTACT, Phase.EXECUTION);

        trajectories.takeBack(mistaken);
        assertThat(trajectories.find(id).orElseThrow().trajectory().phases()).containsOnlyKeys(Phase.CONTACT);
        arrive();
        leave();
        assertThat(phone.outbox().items()).isEmpty();
        assertThat(new Trajectories(phone).find(id).orElseThrow().history()).hasSize(2);
    }

    @Test
    void anEndedTrajectoryGoesAfterItsAgeAndARunningOneStays() {
        Trajectories trajectories = new Trajectories(phone);
        Start start = new Start(Gender.WOMAN, AgeBand.FROM_21_TO_26, false, null, null);
        trajectories.start(start, PhoneSamples.SHIFT.minusDays(50));
        UUID running = trajectories.all().get(0).id();
        trajectories.start(start, PhoneSamples.SHIFT.minusDays(40));
        UUID ended = trajectories.all().get(0).id();
        trajectories.tell(ended, new End(TrajectoryEnd.COMPLETED), PhoneSamples.SHIFT);
        arrive();
        leave();
        LocalDate last = PhoneSamples.SHIFT.plus(Kept.AGE);
        clock.pass(Duration.between(
                clock.instant(), last.atTime(12, 0).atZone(ZoneOffset.UTC).toInstant()));
        phone.compact();
        assertThat(new Trajectories(phone).all()).hasSize(2);
        leave();
        assertThat(new Trajectories(phone).all())
                .extracting(KnownTrajectory::id)
                .containsExactly(running);
    }

    private UUID prevention(int participants) {
        UUID opId = phone.outbox().newId();
        phone.outbox()
                .others()
                .save(
                        opId,
                        PreventionActivity.KIND,
                        ActivityCodec.SCHEMA,
                        ActivityCodec.encode(new PreventionActivity(
                                PhoneSamples.SHIFT,
                                "GIRLSTALK",
                                Audience.AT_RISK,
                                participants,
                                "Nijmegen",
                                Map.of())));
        return opId;
    }

    private MonthCounts month() {
        return phone.kept().month(MONTH, phone.outbox().items());
    }

    private static void same(MonthCounts now, MonthCounts before) {
        assertThat(now.contacts().contacts()).isEqualTo(before.contacts().contacts());
        for (ReachTable table : List.of(ReachTable.CHANNEL, ReachTable.AUDIENCE)) {
            assertThat(now.contacts().table(table)).isEqualTo(before.contacts().table(table));
        }
        assertThat(now.activities().prevention()).isEqualTo(before.activities().prevention());
        assertThat(now.activities().participants())
                .isEqualTo(before.activities().participants());
    }

    private void arrive() {
        List<PushItem> batch = phone.outbox().sending().nextBatch(100);
        phone.outbox()
                .sending()
                .settle(batch.stream()
                        .map(item -> ItemOutcome.of(item, Verdict.ACCEPTED))
                        .toList());
        held = batch.stream().map(ContentHash::of).reduce(held, ContentHash::xor);
        count += batch.size();
        phone.outbox().sending().synced(new Custody(count, List.of(), count, held));
    }

    /** Days later the phone compacts and is opened again. */
    private void leave() {
        clock.pass(Duration.ofDays(3));
        phone.compact();
        phone.close();
        phone = Phone.open(PhoneSamples.parts(folder, clock), PhoneSamples.PIN);
    }
}
