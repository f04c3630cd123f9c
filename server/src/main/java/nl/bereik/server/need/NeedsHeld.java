package nl.bereik.server.need;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.bereik.protocol.need.NeedStatus;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.server.install.Install;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Knows which needs are with whoever carries a phone: not only asked of him. */
@Component
public class NeedsHeld {
    private final NeedStore needs;
    private final Holders holders;
    private final ReferenceData reference;
    private final Clock clock;

    NeedsHeld(NeedStore needs, Holders holders, ReferenceData reference, Clock clock) {
        this.needs = needs;
        this.holders = holders;
        this.reference = reference;
        this.clock = clock;
    }

    /**
     * The needs that he accepted and has, or was brought into, or that were closed with him in the days in which phones
     * hear of that; in no order. None when nobody is known to carry it. Errors with StoreUnavailableException.
     */
    public Flux<UUID> by(Install install) {
        Set<String> team = Set.of(install.team());
        return install.holder() == null
                ? Flux.empty()
                : holders.of(install).flatMapMany(holder -> Flux.concat(needs.open(team), needs.closed(team, days()))
                        .filter(need -> isHeldBy(holder.actor().name(), need))
                        .map(StoredNeed::id));
    }

    private static boolean isHeldBy(String name, StoredNeed need) {
        NeedStatus status = need.state().status();
        boolean has = status.isSomebodys() && status != NeedStatus.ASSIGNED;
        return (has && name.equals(need.state().assignee()))
                || need.state().beside().contains(name);
    }

    private List<LocalDate> days() {
        return DaysTold.asOf(reference.dayOf(clock.instant()));
    }
}
