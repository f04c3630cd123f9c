package nl.bereik.server.need;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.bereik.protocol.need.FollowUpNeed;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.access.Scope;
import nl.bereik.server.contact.Insertion;
import nl.bereik.server.install.Install;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes in what phones say of needs, in the name of whoever carries them. Publishers error with
 * StoreUnavailableException.
 */
@Component
public class NeedIntake {
    private final NeedStore needs;
    private final NeedDesk desk;
    private final Holders holders;
    private final NeedBell bell;
    private final ReferenceData reference;
    private final Clock clock;

    NeedIntake(NeedStore needs, NeedDesk desk, Holders holders, NeedBell bell, ReferenceData reference, Clock clock) {
        this.needs = needs;
        this.desk = desk;
        this.holders = holders;
        this.bell = bell;
        this.reference = reference;
        this.clock = clock;
    }

    /**
     * Keeps needs that were raised. A wish for an organisation that is not configured, or for somebody who has no account,
     * is not kept: no need waits for it, and no text stays that is none of both. One answer per item, in order;
     * repeatable, whatever is configured by then.
     */
    public Mono<List<Insertion>> raise(Install install, List<RaisedItem> items) {
        if (items.isEmpty()) {
            return Mono.just(List.of());
        }
        Instant now = clock.instant();
        return holders.of(install)
                .flatMapMany(holder -> Flux.fromIterable(items).concatMap(raised -> known(raised.need())
                        .map(need -> StoredNeed.raised(
                                raised.item().opId(),
                                install.id(),
                                install.team(),
                                raised.hash(),
                                now,
                                need,
                                holder.actor().name()))))
                .collectList()
                .flatMap(needs::insert)
                .delayUntil(answers -> answers.contains(Insertion.INSERTED) ? bell.ring(install.team()) : Mono.empty());
    }

    /** With those of its wishes that are for an organisation or a person known here. */
    private Mono<FollowUpNeed> known(FollowUpNeed need) {
        String partner = need.partner();
        String kept = partner != null && reference.organisationCodes().contains(partner) ? partner : null;
        String person = need.person();
        return person == null
                ? Mono.just(need.wishing(kept, null))
                : holders.isAccount(person).map(is -> need.wishing(kept, is ? person : null));
    }

    /** Does what commands say, one after the other. One answer per item, in order; repeatable. */
    public Mono<List<NeedDesk.Outcome>> obey(Install install, List<CommandItem> items) {
        if (items.isEmpty()) {
            return Mono.just(List.of());
        }
        Scope team = Scope.of(Set.of(install.team()));
        return holders.of(install)
                .flatMapMany(holder -> Flux.fromIterable(items)
                        .concatMap(item -> desk.apply(item.opId(), item.command(), holder.actor(), team)))
                .collectList();
    }
}
