package nl.bereik.server.retention;

import static nl.bereik.server.ContactSamples.batch;
import static nl.bereik.server.ContactSamples.contact;
import static nl.bereik.server.ContactSamples.id;
import static nl.bereik.server.ContactSamples.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.json.JsonObject;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.Custody;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.server.TestPhone;
import nl.bereik.server.TestTime;
import nl.bereik.server.audit.AuditAct;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.CountableContact;
import nl.bereik.server.contact.RetainedContacts;
import nl.bereik.server.contact.Standing;
import nl.bereik.server.event.MemoryEventStore;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Teams;
import nl.bereik.server.intake.Custodian;
import nl.bereik.server.intake.CustodyLedger;
import nl.bereik.server.intake.Intake;
import nl.bereik.server.intake.Quarantine;
import nl.bereik.server.intake.RetainedQuarantine;
import nl.bereik.server.need.MemoryNeeds;
import nl.bereik.server.period.PeriodSeals;
import nl.bereik.server.period.TeamDay;
import nl.bereik.server.work.Leases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What goes, what stays and what does not come back, with the real intake in front. */
abstract class RetentionContract {
    private static final LocalDate OLD = LocalDate.parse("2023-03-14");
    private static final LocalDate RECENT = LocalDate.parse("2025-05-01");
    private static final ReportingPeriod HALF_YEAR = ReportingPeriod.parse("2023S1");
    private static final RetentionAges AGES = new RetentionAges(
            Period.ofMonths(24), Period.ofMonths(12), Period.ofMonths(24), Period.ofMonths(24), Period.ofMonths(1));
    private static final Teams TEAMS = new Teams(List.of("team"));

    private final TestTime clock = new TestTime("2025-05-14T10:00:00Z");
    private final MemoryAuditTrail trail = new MemoryAuditTrail();
    private final Install phone = new TestPhone().install("team");
    private final Install renewed = new TestPhone().install("team");

    abstract ContactStore contacts();

    abstract Quarantine quarantine();

    abstract CustodyLedger ledger();

    abstract PeriodSeals seals();

    abstract Forgotten forgotten();

    abstract Leases leases();

    /** As if a backup of before anything was let go of were put back. */
    abstract void loseForgotten();

    @Test
    void contactsGoWhenTheyAreOldAndTheirHalfYearIsSealed() {
        push(phone, item(1, 1, contact(OLD, Channel.STREET)), item(2, 2, contact(RECENT, Channel.STREET)));
        count();
        assertThat(retention("a").dryRun().block()).isEqualTo(Map.of("contacts", Map.of(), "quarantine", Map.of()));
        assertThat(run("a")).as("not sealed").isZero();

        seal();
        clock.move(Duration.ofDays(1));
        assertThat(retention("a").dryRun().block())
                .isEqualTo(Map.of("contacts", Map.of("2023S1", 1L), "quarantine", Map.of()));
        assertThat(held(OLD)).as("a dry run changes nothing").isEqualTo(1);
        assertThat(trail.noted()).isEmpty();

        assertThat(run("a")).isEqualTo(1);
        assertThat(held(OLD)).isZero();
        assertThat(held(RECENT)).isEqualTo(1);
        assertThat(trail.noted())
                .containsExactly(new MemoryAuditTrail.Noted("server", AuditAct.RETENTION_DONE, "contacts"));
    }

    @Test
    void whatIsNotYetOldOrNotYetCountedStays() {
        LocalDate notYet = LocalDate.parse("2023-05-14");
        LocalDate justNow = LocalDate.parse("2023-05-13");
        push(phone, item(1, 1, contact(notYet, Channel.STREET)), item(2, 2, contact(justNow, Channel.STREET)));
        count();
        push(phone, item(3, 3, contact(justNow, Channel.STREET)));
        seal();

        assertThat(run("a")).isEqualTo(1);
        assertThat(held(notYet)).isEqualTo(1);
        assertThat(held(justNow)).isEqualTo(1);
    }

    @Test
    void whatCameTooLateStaysUntilItIsTakenIn() {
        seal();
        push(phone, item(1, 1, contact(OLD, Channel.STREET)));
        mark(day -> true);
        assertThat(contacts().countLate(HALF_YEAR).block()).isEqualTo(1);
        assertThat(run("a")).isZero();

        contacts()
                .late(HALF_YEAR)
                .collectMap(CountableContact::opId, CountableContact::asTold)
                .flatMap(contacts()::takeIn)
                .block();
        mark(day -> true);
        clock.move(Duration.ofDays(1));
        assertThat(run("a")).isEqualTo(1);
        assertThat(held(OLD)).isZero();
    }

    @Test
    void aContactThatWasMovedGoesWhenAllItsDaysAreOld() {
        push(phone, item(1, 1, contact(OLD, Channel.STREET)), correction(2, 2, 1, contact(RECENT, Channel.STREET)));
        push(
                phone,
                item(3, 3, contact(OLD, Channel.STREET)),
                correction(4, 4, 3, contact(OLD.plusDays(9), Channel.ZONE)));
        count();
        seal();

        assertThat(retention("a").dryRun().block()).containsEntry("contacts", Map.of("2023S1", 1L));
        assertThat(run("a")).isEqualTo(1);
        assertThat(held(RECENT)).isEqualTo(1);
    }

    @Test
    void nothingComesBackFromAnOldPhoneInItsOldPlaceRenumberedOrFromAFile() {
        PushItem first = item(1, 1, contact(OLD, Channel.STREET));
        PushItem moved = correction(2, 2, 1, contact(OLD.plusDays(1), Channel.ZONE));
        PushItem unclear = new PushItem(id(3), 3, "newer-kind", 1, JsonObject.of(Map.of("a", "b")));
        PushItem conflicting = item(1, 4, contact(OLD, Channel.ONLINE));
        push(phone, first, moved, unclear);
        assertThat(verdicts(phone, conflicting)).containsExactly(Verdict.CONFLICT);
        clock.move(Duration.ofDays(3 * 365));
        count();
        seal();
        assertThat(run("a")).isEqualTo(3);

        assertThat(verdicts(phone, first, moved)).containsOnly(Verdict.DUPLICATE);
        for (List<PushItem> order :
                List.of(List.of(first, moved, unclear, conflicting), List.of(moved, conflicting, first, unclear))) {
            Install fresh = new TestPhone().install("team");
            List<PushItem> renumbered = LongStream.rangeClosed(1, 4)
                    .mapToObj(place -> {
                        PushItem each = order.get((int) place - 1);
                        return new PushItem(each.opId(), place, each.kind(), each.schema(), each.body());
                    })
                    .toList();
            assertThat(verdicts(fresh, renumbered.toArray(PushItem[]::new)))
                    .as("%s", order)
                    .containsOnly(Verdict.DUPLICATE);
            assertThat(new Custodian(ledger())
                            .custody(fresh)
                            .map(Custody::count)
                            .block())
                    .as("the phone can prove that all arrived")
                    .isEqualTo(4);
        }
        assertThat(held(OLD)).isZero();
        assertThat(held(OLD.plusDays(1))).isZero();
        assertThat(quarantine().kept().collectList().block()).isEmpty();
        // A correction alone that moves it to today does not bring it back either.
        assertThat(verdicts(renewed, correction(9, 1, 1, contact(RECENT, Channel.STREET))))
                .containsExactly(Verdict.DUPLICATE);
        assertThat(held(RECENT)).isZero();
    }

    @Test
    void whatARestoredBackupBringsBackGoesAgain() {
        PushItem first = item(1, 1, contact(OLD, Channel.STREET));
        push(phone, first);
        count();
        seal();
        assertThat(run("a")).isEqualTo(1);

        loseForgotten();
        assertThat(verdicts(renewed, first))
                .as("the backup knows nothing of it")
                .containsExactly(Verdict.ACCEPTED);
        count();
        clock.move(Duration.ofDays(1));

        assertThat(run("a")).isEqualTo(1);
        assertThat(held(OLD)).isZero();
        assertThat(verdicts(new TestPhone().install("team"), first)).containsExactly(Verdict.DUPLICATE);
    }

    @Test
    void ofTwoInstancesOneWorksAndOnceADay() {
        push(phone, item(1, 1, contact(OLD, Channel.STREET)));
        count();
        seal();
        assertThat(run("a") + run("b")).isEqualTo(1);
        push(phone, item(2, 2, contact(OLD.plusDays(1), Channel.STREET)));
        count();
        clock.move(Duration.ofHours(22));
        assertThat(run("a") + run("b")).as("done today").isZero();
        clock.move(Duration.ofHours(2));
        assertThat(run("b")).isEqualTo(1);
    }

    @Test
    void anotherGoesOnForOneThatStoppedHalfWay() {
        push(phone, item(1, 1, contact(OLD, Channel.STREET)));
        count();
        seal();
        // It stops after it has taken the lease.
        assertThat(leases().take(
                                Retention.WORK,
                                "dead",
                                clock.instant(),
                                clock.instant().plus(Retention.HELD))
                        .block())
                .isTrue();
        assertThat(run("b")).isZero();
        clock.move(Retention.HELD);
        assertThat(run("b")).isEqualTo(1);
    }

    /** It is so slow that its lease runs out; the other does all, and then the slow one goes on. */
    @Test
    void aSlowOneDoesNoHarm() {
        push(phone, item(1, 1, contact(OLD, Channel.STREET)), item(2, 2, contact(OLD.plusDays(60), Channel.STREET)));
        count();
        seal();
        Retained real = retainedContacts();
        Retained slow = new Retained() {
            @Override
            public String kind() {
                return real.kind();
            }

            @Override
            public Flux<Due> due(LocalDate today) {
                return real.due(today);
            }

            @Override
            public Flux<Long> letGo(LocalDate today) {
                return real.letGo(today)
                        .delayUntil(some -> Mono.defer(() -> {
                            clock.move(Retention.HELD.plusSeconds(1));
                            return retention("quick").run();
                        }));
            }
        };
        assertThat(retention("slow", List.of(slow)).run().block()).isEqualTo(1);
        assertThat(held(OLD)).isZero();
        assertThat(held(OLD.plusDays(60))).isZero();
        assertThat(run("slow")).isZero();
    }

    @Test
    void withoutTheTrailNothingGoes() {
        push(phone, item(1, 1, contact(OLD, Channel.STREET)));
        count();
        seal();
        trail.fail(true);
        assertThat(retention("a").run().onErrorReturn(-1L).block()).isEqualTo(-1);
        assertThat(held(OLD)).isEqualTo(1);
    }

    private List<Verdict> verdicts(Install install, PushItem... items) {
        return push(install, items).stream().map(ItemOutcome::verdict).toList();
    }

    Install install() {
        return phone;
    }

    List<ItemOutcome> push(Install install, PushItem... items) {
        return new Intake(
                        contacts(),
                        MemoryNeeds.intake(clock),
                        new MemoryEventStore(),
                        quarantine(),
                        ledger(),
                        forgotten(),
                        ReferenceData.gelderlandZuid(),
                        clock)
                .push(install, batch(items))
                .blockOptional()
                .orElseThrow()
                .outcomes();
    }

    private static PushItem correction(long number, long opSeq, long corrects, @Nullable ContactMoment now) {
        ContactCorrection correction = new ContactCorrection(id(corrects), number, now);
        return new PushItem(
                id(number), opSeq, CorrectionCodec.KIND, CorrectionCodec.SCHEMA, CorrectionCodec.encode(correction));
    }

    private void count() {
        mark(day -> false);
    }

    private void mark(Predicate<LocalDate> sealed) {
        Set<TeamDay> days =
                Objects.requireNonNull(contacts().uncountedDays(1000).block());
        contacts()
                .on(days)
                .map(contact -> Standing.of(contact, sealed))
                .collectList()
                .flatMap(contacts()::markCounted)
                .block();
    }

    private void seal() {
        seals().begin(HALF_YEAR, "anna", Instant.EPOCH)
                .then(seals().finish(HALF_YEAR))
                .block();
    }

    private long held(LocalDate day) {
        return Objects.requireNonNull(
                contacts().on(Set.of(new TeamDay("team", day))).count().block());
    }

    private long run(String holder) {
        return Objects.requireNonNull(retention(holder).run().block());
    }

    private Retained retainedContacts() {
        return new RetainedContacts(contacts(), seals(), TEAMS, forgotten(), AGES);
    }

    private Retention retention(String holder) {
        return retention(holder, List.of(retainedContacts(), new RetainedQuarantine(quarantine(), forgotten(), AGES)));
    }

    private Retention retention(String holder, List<Retained> kinds) {
        return new Retention(
                kinds, leases(), trail, ReferenceData.gelderlandZuid(), clock, new Random(holder.hashCode()));
    }
}
