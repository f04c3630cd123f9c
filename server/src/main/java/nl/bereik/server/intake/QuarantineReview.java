package nl.bereik.server.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.bereik.protocol.contact.FieldProblem;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.state.Outcomes;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.protocol.sync.ContentHash;
import nl.bereik.protocol.sync.ItemOutcome;
import nl.bereik.protocol.sync.ItemOutcome.Verdict;
import nl.bereik.protocol.sync.PushItem;
import nl.bereik.server.access.Scope;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.contact.Insertion;
import nl.bereik.server.contact.StoredContact;
import nl.bereik.server.contact.StoredCorrection;
import nl.bereik.server.event.EventStore;
import nl.bereik.server.event.StoredEvent;
import nl.bereik.server.event.StoredTakeBack;
import nl.bereik.server.install.Install;
import nl.bereik.server.install.Installs;
import nl.bereik.server.need.CommandItem;
import nl.bereik.server.need.NeedIntake;
import nl.bereik.server.need.RaisedItem;
import nl.bereik.server.state.StateSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Judges again what was not understood, after the server or its reference data were mended, and tells the phones at
 * their next pull. Each item is stored first and noted second, so a stop in between is healed by running it again.
 * Publishers error with StoreUnavailableException.
 */
@Component
public final class QuarantineReview implements StateSource {
    private final Quarantine quarantine;
    private final ContactStore contacts;
    private final NeedIntake needs;
    private final EventStore events;
    private final Installs installs;
    private final ReferenceData reference;
    private final Clock clock;

    public QuarantineReview(
            Quarantine quarantine,
            ContactStore contacts,
            NeedIntake needs,
            EventStore events,
            Installs installs,
            ReferenceData reference,
            Clock clock) {
        this.quarantine = quarantine;
        this.contacts = contacts;
        this.needs = needs;
        this.events = events;
        this.installs = installs;
        this.reference = reference;
        this.clock = clock;
    }

    /**
     * What a review came to.
     *
     * @param looked items that were waiting
     * @param accepted now stored as what they are
     * @param rejected now understood and wrong; their phones show why
     * @param left still waiting: not understood yet, in conflict, or the store failed
     */
    public record Report(int looked, int accepted, int rejected, int left) {
        Report plus(Verdict verdict) {
            return switch (verdict) {
                case ACCEPTED, DUPLICATE -> new Report(looked + 1, accepted + 1, rejected, left);
                case REJECTED -> new Report(looked + 1, accepted, rejected + 1, left);
                case CONFLICT, QUARANTINED, RETRY -> new Report(looked + 1, accepted, rejected, left + 1);
            };
        }
    }

    /** Judges all that waits within the scope. Repeatable at any time. Never empty. */
    public Mono<Report> run(Scope scope) {
        LocalDate today = LocalDate.now(clock.withZone(reference.zone()));
        return waiting(scope)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(item -> judge(item, today))
                .reduce(new Report(0, 0, 0, 0), Report::plus);
    }

    /** What waits within the scope, without content, in no order. */
    public Flux<QuarantinedItem> waiting(Scope scope) {
        return quarantine.waiting().filter(item -> scope.covers(item.team()));
    }

    @Override
    public Flux<StateRecord> of(Install install) {
        return quarantine.resolved(install.id()).map(Outcomes::record);
    }

    private Mono<Verdict> judge(QuarantinedItem kept, LocalDate today) {
        PushItem item = kept.item();
        if (kept.verdict() == Verdict.CONFLICT) {
            return Mono.just(Verdict.CONFLICT);
        }
        ContentHash hash = ContentHash.of(item);
        Judgement judgement = Judgement.of(item, today, reference);
        if (judgement instanceof Judgement.SoundContact sound) {
            return contacts.insert(List.of(StoredContact.of(
                            kept.install(), kept.team(), item, hash, sound.contact(), kept.receivedOn())))
                    .flatMap(answers -> resolve(kept, answers.get(0)));
        }
        if (judgement instanceof Judgement.SoundCorrection sound) {
            return contacts.correct(List.of(StoredCorrection.of(
                            kept.install(), kept.team(), item, hash, sound.correction(), kept.receivedOn())))
                    .flatMap(answers -> resolve(kept, answers.get(0)));
        }
        if (judgement instanceof Judgement.SoundEvent sound) {
            return events.insert(List.of(StoredEvent.of(
                            kept.install(), kept.team(), item, hash, sound.content(), kept.receivedOn())))
                    .flatMap(answers -> resolve(kept, answers.get(0)));
        }
        if (judgement instanceof Judgement.SoundTakeBack sound) {
            return events.takeBack(List.of(new StoredTakeBack(sound.takeBack().item(), kept.team())))
                    .flatMap(answers -> resolve(kept, answers.get(0)));
        }
        if (judgement instanceof Judgement.SoundNeed sound) {
            return installs.find(kept.install())
                    .flatMap(install -> needs.raise(install, List.of(new RaisedItem(item, sound.need(), hash))))
                    .flatMap(answers -> resolve(kept, answers.get(0)))
                    .defaultIfEmpty(Verdict.QUARANTINED);
        }
        if (judgement instanceof Judgement.SoundCommand sound) {
            return installs.find(kept.install())
                    .flatMap(install -> needs.obey(install, List.of(new CommandItem(item.opId(), sound.command()))))
                    .flatMap(answers -> resolve(kept, new Step.Obey(item, sound.command()).after(answers.get(0))))
                    .defaultIfEmpty(Verdict.QUARANTINED);
        }
        return judgement instanceof Judgement.Wrong wrong
                ? resolve(kept, Verdict.REJECTED, wrong.problems())
                : Mono.just(Verdict.QUARANTINED);
    }

    private Mono<Verdict> resolve(QuarantinedItem kept, Insertion insertion) {
        return switch (insertion) {
            case INSERTED, SAME_CONTENT -> resolve(kept, Verdict.ACCEPTED, List.of());
            case OTHER_CONTENT -> Mono.just(Verdict.CONFLICT);
            case FAILED -> Mono.just(Verdict.RETRY);
        };
    }

    private Mono<Verdict> resolve(QuarantinedItem kept, Step.Settled obeyed) {
        ItemOutcome outcome = obeyed.outcome();
        return resolve(
                kept,
                outcome.verdict() == Verdict.DUPLICATE ? Verdict.ACCEPTED : outcome.verdict(),
                outcome.problems());
    }

    private Mono<Verdict> resolve(QuarantinedItem kept, Verdict verdict, List<FieldProblem> problems) {
        ItemOutcome outcome = new ItemOutcome(kept.item().opId().toString(), verdict, problems);
        return quarantine.resolve(kept, outcome).thenReturn(verdict);
    }
}
