package nl.bereik.server.reach;

import static nl.bereik.server.ContactSamples.contact;
import static nl.bereik.server.ContactSamples.id;
import static nl.bereik.server.ContactSamples.stored;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
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
import nl.bereik.server.care.MemoryCareProfiles;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.MemoryContactStore;
import nl.bereik.server.contact.StoredCorrection;
import nl.bereik.server.event.CountableEvents;
import nl.bereik.server.event.EventSamples;
import nl.bereik.server.event.MemoryEventStore;
import nl.bereik.server.event.StoredEvent;
import nl.bereik.server.event.StoredTakeBack;
import nl.bereik.server.install.Teams;
import nl.bereik.server.need.CountableNeeds;
import nl.bereik.server.need.MemoryNeedStore;
import nl.bereik.server.period.MemoryPeriodSeals;
import nl.bereik.server.period.PeriodSeals;
import org.jspecify.annotations.Nullable;

/** A server's stores, what counts in them, seals and revisions. */
final class RevisionWorld {
    static final Person ANNA = new Person("anna", Set.of(Role.COORDINATOR), Scope.EVERYWHERE, Standing.FULL);
    private static final FaultLine SOUND = new FaultLine(-2);
    private static final Teams TEAMS = new Teams(List.of("team"));

    final MemoryContactStore contacts = new MemoryContactStore();
    final MemoryEventStore events = new MemoryEventStore();
    final MemoryNeedStore needs = new MemoryNeedStore();
    final MemoryTallyStore tallies = new MemoryTallyStore();
    final MemoryPeriodSeals seals = new MemoryPeriodSeals();
    final MemoryRevisionStore store = new MemoryRevisionStore();
    final MemoryAuditTrail trail = new MemoryAuditTrail();
    final TestTime clock = new TestTime("2026-01-14T08:00:00Z");

    SettledFigures figures(FaultLine line) {
        ReachCounter counter = new ReachCounter(
                line.around(ContactStore.class, contacts),
                List.of(needFacts(line), eventFacts(line)),
                line.around(TallyStore.class, tallies),
                line.around(PeriodSeals.class, seals),
                new Random(3));
        return new SettledFigures(counter, line.around(TallyStore.class, tallies), TEAMS);
    }

    private EventFacts eventFacts(FaultLine line) {
        return new EventFacts(line.around(CountableEvents.class, events));
    }

    private NeedFacts needFacts(FaultLine line) {
        return new NeedFacts(
                line.around(CountableNeeds.class, needs), new MemoryCareProfiles(), ReferenceData.gelderlandZuid());
    }

    Revisions revisions() {
        return revisions(SOUND);
    }

    Revisions revisions(FaultLine line) {
        return revisions(line, line.around(RevisionStore.class, store));
    }

    Revisions revisions(FaultLine line, RevisionStore plans) {
        return TestRevisions.over(
                List.of(new LateContacts(line.around(ContactStore.class, contacts)), eventFacts(line), needFacts(line)),
                figures(line),
                line.around(TallyStore.class, tallies),
                line.around(PeriodSeals.class, seals),
                plans,
                trail,
                clock);
    }

    Sealing sealing() {
        return new Sealing(
                figures(SOUND),
                contacts,
                List.of(needFacts(SOUND), eventFacts(SOUND)),
                tallies,
                seals,
                revisions(),
                TEAMS,
                trail,
                ReferenceData.gelderlandZuid(),
                clock);
    }

    void seal(String halfYear) {
        sealing().seal(ReportingPeriod.parse(halfYear), ANNA).block();
    }

    ReachFigures figures(String period) {
        return figures(SOUND)
                .of(Scope.EVERYWHERE, ReportingPeriod.parse(period))
                .blockOptional()
                .orElseThrow();
    }

    long contacts(String period) {
        return figures(period).counts().contacts();
    }

    void tell(long number, LocalDate on) {
        contacts.insert(List.of(stored(number, "team", contact(on, Channel.STREET))))
                .block();
    }

    void correct(long which, long version, @Nullable ContactMoment now) {
        ContactCorrection correction = new ContactCorrection(id(which), version, now);
        long number = 100_000 + 100 * which + version;
        PushItem item = new PushItem(
                id(number), number, CorrectionCodec.KIND, CorrectionCodec.SCHEMA, CorrectionCodec.encode(correction));
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        contacts.correct(List.of(StoredCorrection.of("phone", "team", item, ContentHash.of(item), correction, today)))
                .block();
    }

    void arrive(StoredEvent... those) {
        events.insert(List.of(those)).block();
    }

    void start(long number, LocalDate on, UUID trajectory, @Nullable UUID continues) {
        arrive(EventSamples.start(number, "team", on, trajectory, continues));
    }

    void takeBack(long number) {
        events.takeBack(List.of(new StoredTakeBack(EventSamples.id(number), "team")))
                .block();
    }

    Revisions.Waiting waiting(String halfYear) {
        figures(halfYear);
        return revisions()
                .waiting(ReportingPeriod.parse(halfYear))
                .blockOptional()
                .orElseThrow();
    }

    Revisions.Outcome takeIn(String halfYear) {
        return revisions()
                .takeIn(ReportingPeriod.parse(halfYear), waiting(halfYear).digest(), ANNA)
                .blockOptional()
                .orElseThrow();
    }
}
