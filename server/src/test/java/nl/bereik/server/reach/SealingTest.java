package nl.bereik.server.reach;

import static nl.bereik.server.ContactSamples.contact;
import static nl.bereik.server.ContactSamples.id;
import static nl.bereik.server.ContactSamples.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactCorrection;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.contact.CorrectionCodec;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.server.FaultLine;
import nl.bereik.server.TestTime;
import nl.bereik.server.access.Person;
import nl.bereik.server.access.Role;
import nl.bereik.server.access.Scope;
import nl.bereik.server.access.Standing;
import nl.bereik.server.audit.MemoryAuditTrail;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.contact.StoredCorrection;
import nl.bereik.server.install.Teams;
import nl.bereik.server.period.MemoryPeriodSeals;
import nl.bereik.server.period.PeriodSeal;
import nl.bereik.server.period.PeriodSeals;
import nl.bereik.server.period.TeamDay;
import nl.bereik.server.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SealingTest {
    private static final ReportingPeriod FIRST_HALF = ReportingPeriod.parse("2025S1");
    private static final LocalDate JUNE = LocalDate.parse("2025-06-30");
    private static final LocalDate JULY = LocalDate.parse("2025-07-01");
    private static final Person ANNA = coordinator("anna", Scope.EVERYWHERE);
    private static final Person BEA = coordinator("bea", Scope.EVERYWHERE);
    private static final Teams TEAMS = new Teams(List.of("team"));

    private final MemoryContactStore contacts = new MemoryContactStore();
    private final MemoryTallyStore tallies = new MemoryTallyStore();
    private final MemoryPeriodSeals seals = new MemoryPeriodSeals();
    private final TestTime clock = new TestTime("2025-07-14T08:00:00Z");

    @Test
    void countsWhatHasArrivedAndThenNoMore() {
        tell(1, JUNE);
        assertThat(sealing().seal(FIRST_HALF, ANNA).block())
                .isEqualTo(new PeriodSeal(FIRST_HALF, "anna", clock.instant(), true));
        tell(2, JUNE);
        tell(3, JULY);

        assertThat(contactsIn(FIRST_HALF)).isEqualTo(1);
        assertThat(contactsIn(FIRST_HALF.next())).isEqualTo(1);
        assertThat(contacts.countLate(FIRST_HALF).block()).isEqualTo(1);
        assertThat(contacts.uncountedDays(1).block()).isEmpty();
        assertThat(contacts.size()).as("what is late is kept").isEqualTo(3);
    }

    @Test
    void sealingAgainChangesNothing() {
        tell(1, JUNE);
        Instant first = clock.instant();
        sealing().seal(FIRST_HALF, ANNA).block();
        tell(2, JUNE);
        clock.move(java.time.Duration.ofDays(1));

        assertThat(sealing().seal(FIRST_HALF, BEA).block()).isEqualTo(new PeriodSeal(FIRST_HALF, "anna", first, true));
        assertThat(contactsIn(FIRST_HALF)).isEqualTo(1);
    }

    @Test
    void whoSeesSomeTeamsOnlyDoesNotSealForAll() {
        assertThatThrownBy(() -> sealing()
                        .seal(FIRST_HALF, coordinator("cor", Scope.of(List.of("team"))))
                        .block())
                .isInstanceOf(RefusedException.class);
        assertThat(seals.all().collectList().block()).isEmpty();
    }

    private static Person coordinator(String name, Scope scope) {
        return new Person(name, Set.of(Role.COORDINATOR), scope, Standing.FULL);
    }

    @Test
    void whatIsNotOverOrNoHalfYearIsNotSealed() {
        for (String name : List.of("2025S2", "2026S1", "2025Q1", "2024")) {
            assertThatThrownBy(() ->
                            sealing().seal(ReportingPeriod.parse(name), ANNA).block())
                    .as(name)
                    .isInstanceOf(RefusedException.class);
        }
        assertThat(seals.all().collectList().block()).isEmpty();
    }

    @Test
    void aCorrectionOfWhatIsSealedIsLateAndCountsNowhereElse() {
        tell(1, JUNE);
        tell(2, JUNE);
        sealing().seal(FIRST_HALF, ANNA).block();
        correct(1, 2, contact(JULY, Channel.STREET));
        correct(2, 2, null);

        assertThat(contactsIn(FIRST_HALF)).isEqualTo(2);
        assertThat(contactsIn(FIRST_HALF.next())).isZero();
        assertThat(contacts.countLate(FIRST_HALF).block()).isEqualTo(2);
    }

    @Test
    void aCorrectionTowardsWhatIsSealedIsLateAndWhatWasToldBeforeGoesOnToCount() {
        tell(1, JULY);
        sealing().seal(FIRST_HALF, ANNA).block();
        correct(1, 2, contact(JUNE, Channel.STREET));

        assertThat(contactsIn(FIRST_HALF)).isZero();
        assertThat(contactsIn(FIRST_HALF.next())).isEqualTo(1);
        assertThat(contacts.countLate(FIRST_HALF).block()).isEqualTo(1);

        correct(1, 3, contact(JULY.plusDays(1), Channel.STREET));
        assertThat(contactsIn(FIRST_HALF.next())).isEqualTo(1);
        assertThat(contacts.countLate(FIRST_HALF).block()).isZero();
    }

    @Test
    void aLateContactCountsOnceItIsSaidToBeOnAnOpenDay() {
        sealing().seal(FIRST_HALF, ANNA).block();
        tell(1, JUNE);
        assertThat(contactsIn(FIRST_HALF)).isZero();
        correct(1, 2, contact(JULY, Channel.STREET));

        assertThat(contactsIn(FIRST_HALF.next())).isEqualTo(1);
        assertThat(contactsIn(FIRST_HALF)).isZero();
        assertThat(contacts.countLate(FIRST_HALF).block()).isZero();
    }

    @Test
    void contactsCountedBeforeItWasKeptWhereStayInTheSealedTally() {
        tell(1, JUNE);
        contactsIn(FIRST_HALF);
        contacts.forgetWhereContactsCount();
        sealing().seal(FIRST_HALF, ANNA).block();
        correct(1, 2, contact(JULY, Channel.STREET));

        assertThat(contactsIn(FIRST_HALF)).isEqualTo(1);
        assertThat(contactsIn(FIRST_HALF.next())).isZero();
    }

    @Test
    void aStopAnywhereIsGoneOnFrom() {
        int steps = 0;
        for (int fault = 0; fault <= 2 * steps + 1; fault++) {
            SealingTest fresh = new SealingTest();
            LongStream.rangeClosed(1, 3).forEach(i -> fresh.tell(i, JUNE.minusDays(i)));
            fresh.contactsIn(FIRST_HALF);
            fresh.tell(4, JUNE);
            FaultLine line = new FaultLine(fault);
            fresh.sealing(line).seal(FIRST_HALF, ANNA).onErrorComplete().block();
            steps = Math.max(steps, line.calls());
            // Something comes while it is half-way; looking at figures must not hang on it.
            fresh.tell(5, JUNE);
            fresh.tell(6, JULY);
            fresh.contactsIn(FIRST_HALF);
            boolean asked = Boolean.TRUE.equals(fresh.seals.all().hasElements().block());
            fresh.sealing().goOn().block();
            if (asked) {
                assertThat(fresh.contactsIn(FIRST_HALF)
                                + Objects.requireNonNull(
                                        fresh.contacts.countLate(FIRST_HALF).block()))
                        .as("fault %d", fault)
                        .isEqualTo(5);
                assertThat(fresh.contactsIn(FIRST_HALF)).as("fault %d", fault).isGreaterThanOrEqualTo(4);
                assertThat(fresh.seals.all().all(PeriodSeal::done).block()).isTrue();
            }
            assertThat(fresh.contactsIn(FIRST_HALF.next()))
                    .as("fault %d", fault)
                    .isEqualTo(1);
            assertThat(fresh.contacts.uncountedDays(1).block()).isEmpty();
        }
        assertThat(steps).isGreaterThan(15);
    }

    @Test
    void whatWaitsForASealDoesNotMakeCountingGoOnForEver() {
        tell(1, JUNE);
        seals.begin(FIRST_HALF, "anna", clock.instant()).block();
        tallies.close(Set.of(new TeamDay("team", JUNE))).block();

        assertThat(counter(new FaultLine(-2)).turn().block()).isEqualTo(new ReachCounter.Turn(1, 0, true));
        assertThat(contactsIn(FIRST_HALF)).isZero();
        sealing().goOn().block();
        assertThat(contacts.countLate(FIRST_HALF).block()).isEqualTo(1);
    }

    /** It has folded a day before that was closed, and marks what it folded when the seal is done. */
    @Test
    void whoFoldedBeforeTheSealAndMarksAfterItChangesNothing() {
        tell(1, JUNE);
        List<Runnable> slow = new ArrayList<>();
        ContactStore marksLater = overriding(ContactStore.class, contacts, "markCounted", call -> {
            slow.add(() -> ((Mono<?>) call.get()).block());
            return Mono.never();
        });
        TallyStore meanwhile = overriding(TallyStore.class, tallies, "close", call -> {
            if (slow.isEmpty()) {
                tell(2, JUNE);
                new ReachCounter(marksLater, List.of(), tallies, seals, new Random(4))
                        .turn()
                        .subscribe();
            }
            return call.get();
        });
        new Sealing(
                        figures(new FaultLine(-2)),
                        contacts,
                        List.of(),
                        meanwhile,
                        seals,
                        TestRevisions.none(figures(new FaultLine(-2)), tallies, seals, clock),
                        TEAMS,
                        new MemoryAuditTrail(),
                        ReferenceData.gelderlandZuid(),
                        clock)
                .seal(FIRST_HALF, ANNA)
                .block();
        assertThat(slow).hasSize(1);
        slow.forEach(Runnable::run);

        assertThat(contactsIn(FIRST_HALF)).isEqualTo(1);
        assertThat(contacts.countLate(FIRST_HALF).block()).isEqualTo(1);
    }

    private static <P> P overriding(Class<P> type, P target, String name, Function<Supplier<Object>, Object> instead) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    method.setAccessible(true);
                    if (!method.getName().equals(name)) {
                        return method.invoke(target, arguments);
                    }
                    return instead.apply(() -> {
                        try {
                            return method.invoke(target, arguments);
                        } catch (ReflectiveOperationException e) {
                            throw new IllegalStateException(e);
                        }
                    });
                }));
    }

    private void tell(long number, LocalDate on) {
        contacts.insert(List.of(stored(number, "team", contact(on, Channel.STREET))))
                .block();
    }

    private void correct(long which, long version, @Nullable ContactMoment now) {
        ContactCorrection correction = new ContactCorrection(id(which), version, now);
        long number = 100 * which + version;
        PushItem item = new PushItem(
                id(number), number, CorrectionCodec.KIND, CorrectionCodec.SCHEMA, CorrectionCodec.encode(correction));
        contacts.correct(List.of(StoredCorrection.of("phone", "team", item, ContentHash.of(item), correction, JULY)))
                .block();
    }

    private long contactsIn(ReportingPeriod period) {
        ReachFigures figures = figures(new FaultLine(-2))
                .of(Scope.EVERYWHERE, period)
                .blockOptional()
                .orElseThrow();
        return figures.counts().contacts();
    }

    private Sealing sealing() {
        return sealing(new FaultLine(-2));
    }

    private Sealing sealing(FaultLine line) {
        return new Sealing(
                figures(line),
                line.around(ContactStore.class, contacts),
                List.of(),
                line.around(TallyStore.class, tallies),
                line.around(PeriodSeals.class, seals),
                TestRevisions.none(figures(line), tallies, seals, clock),
                TEAMS,
                new MemoryAuditTrail(),
                ReferenceData.gelderlandZuid(),
                clock);
    }

    private SettledFigures figures(FaultLine line) {
        return new SettledFigures(counter(line), line.around(TallyStore.class, tallies), TEAMS);
    }

    private ReachCounter counter(FaultLine line) {
        return new ReachCounter(
                line.around(ContactStore.class, contacts),
                List.of(),
                line.around(TallyStore.class, tallies),
                line.around(PeriodSeals.class, seals),
                new Random(3));
    }
}
