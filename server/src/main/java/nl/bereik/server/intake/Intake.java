package nl.bereik.server.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.sync.PushBatch;
import nl.bereik.protocol.sync.PushReply;
import nl.bereik.protocol.sync.Refusal.Reason;
import nl.bereik.server.contact.ContactStore;
import nl.bereik.server.event.EventStore;
import nl.bereik.server.install.Install;
import nl.bereik.server.need.NeedIntake;
import nl.bereik.server.retention.Forgotten;
import nl.bereik.server.web.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes custody of items. Each is made durable where it belongs, then entered in the install's ledger, then answered;
 * a stop between any two of these is healed by sending the batch again. A push costs the store a fixed number of round
 * trips, whatever the number of items. See decision 0006.
 */
@Component
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final ContactStore contacts;
    private final NeedIntake needs;
    private final EventStore events;
    private final Quarantine quarantine;
    private final CustodyLedger ledger;
    private final Forgotten forgotten;
    private final ReferenceData reference;
    private final Clock clock;

    public Intake(
            ContactStore contacts,
            NeedIntake needs,
            EventStore events,
            Quarantine quarantine,
            CustodyLedger ledger,
            Forgotten forgotten,
            ReferenceData reference,
            Clock clock) {
        this.contacts = contacts;
        this.needs = needs;
        this.events = events;
        this.quarantine = quarantine;
        this.ledger = ledger;
        this.forgotten = forgotten;
        this.reference = reference;
        this.clock = clock;
    }

    /**
     * Answers with one outcome per element, in batch order. Resending is safe. Never empty. Errors with
     * {@link RefusedException} TOO_MANY_ITEMS, and with StoreUnavailableException when it is not known what came of
     * the batch as a whole.
     */
    public Mono<PushReply> push(Install install, List<PushBatch.Element> elements) {
        if (elements.size() > PushBatch.MAX_ITEMS) {
            return Mono.error(new RefusedException(Reason.TOO_MANY_ITEMS, "items"));
        }
        List<Long> opSeqs = elements.stream()
                .flatMap(element -> element.item().stream())
                .map(item -> item.opSeq())
                .toList();
        return ledger.read(install.id(), opSeqs).flatMap(known -> take(install, elements, known));
    }

    private Mono<PushReply> take(Install install, List<PushBatch.Element> elements, InstallLedger known) {
        LocalDate today = LocalDate.now(clock.withZone(reference.zone()));
        Batch sorted = Batch.sort(install, elements, known, today, reference);
        return withoutForgotten(sorted, today).flatMap(fresh -> take(install, known, today, fresh));
    }

    /** Costs nothing but for what is old, corrects or is kept aside. */
    private Mono<Batch> withoutForgotten(Batch sorted, LocalDate today) {
        Set<String> keys = sorted.mayBeForgotten(today);
        return keys.isEmpty() ? Mono.just(sorted) : forgotten.among(keys).map(sorted::without);
    }

    private Mono<PushReply> take(Install install, InstallLedger known, LocalDate today, Batch sorted) {
        return contacts.insert(sorted.toInsert())
                .map(sorted::inserted)
                .flatMap(inserted -> contacts.correct(inserted.toCorrect()).map(inserted::corrected))
                .flatMap(inserted -> needs.raise(install, inserted.toRaise()).map(inserted::raised))
                .flatMap(inserted -> needs.obey(install, inserted.toObey()).map(inserted::obeyed))
                .flatMap(inserted -> events.insert(inserted.toTell()).map(inserted::told))
                .flatMap(inserted -> events.takeBack(inserted.toTakeBack()).map(inserted::takenBack))
                .flatMap(inserted -> withoutForgotten(inserted, today))
                .flatMap(inserted -> quarantine
                        .keep(inserted.toKeep(install, today))
                        .map(failed -> inserted.kept(install, today, failed)))
                .flatMap(done -> enter(install, known, done));
    }

    private Mono<PushReply> enter(Install install, InstallLedger known, Batch done) {
        List<LedgerEntry> entries = done.newEntries();
        InstallLedger now = known.with(entries);
        Mono<Void> written = entries.isEmpty() ? Mono.empty() : ledger.write(install.id(), known, entries);
        return written.then(Mono.defer(() -> seal(install, now))).then(Mono.fromSupplier(() -> {
            LOG.debug(
                    "install {} pushed {} items, {} new",
                    install.id(),
                    done.steps().size(),
                    entries.size());
            return new PushReply(clock.instant(), done.outcomes(), now.custody());
        }));
    }

    /** A seal that another push has set in the meantime sums the same blocks, so losing is no loss. */
    private Mono<Void> seal(Install install, InstallLedger now) {
        return now.sealable()
                .map(sum -> ledger.seal(install.id(), now.sealed(), sum).then())
                .orElseGet(Mono::empty);
    }
}
