package nl.bereik.server.need;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.bereik.protocol.need.NeedEvent;
import nl.bereik.protocol.need.NeedView;
import nl.bereik.protocol.reference.ReferenceData;
import nl.bereik.protocol.state.StateRecord;
import nl.bereik.server.install.Install;
import nl.bereik.server.state.StateSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Gives each phone the needs that its holder may know of: those that he raised, has, was brought into or wanted to
 * accept too late; for case managers also those of the team that somebody has yet to accept, for coordinators all of
 * the team. What was closed stays for some days, so that whoever raised it hears what came of it.
 */
@Component
final class NeedsOfHolder implements StateSource {
    /** So that a pull stays small whatever was raised. */
    static final int MOST = 300;

    private final NeedStore needs;
    private final Holders holders;
    private final ReferenceData reference;
    private final Clock clock;

    NeedsOfHolder(NeedStore needs, Holders holders, ReferenceData reference, Clock clock) {
        this.needs = needs;
        this.holders = holders;
        this.reference = reference;
        this.clock = clock;
    }

    /** {@value #MOST} at the most, the first ones of {@link PullOrder}. */
    @Override
    public Flux<StateRecord> of(Install install) {
        Set<String> team = Set.of(install.team());
        return holders.of(install).flatMapMany(holder -> Flux.concat(needs.open(team), needs.closed(team, days()))
                .filter(need -> isFor(holder, need))
                .sort(PullOrder.of(holder.actor().name(), clock.instant()))
                .take(MOST)
                .map(need -> view(holder, need).record()));
    }

    private List<LocalDate> days() {
        return DaysTold.asOf(reference.dayOf(clock.instant()));
    }

    private static boolean isFor(Holder holder, StoredNeed need) {
        String name = holder.actor().name();
        boolean own = name.equals(need.state().raiser())
                || name.equals(need.state().assignee())
                || need.state().beside().contains(name)
                || need.late().contains(name);
        return own
                || holder.isCoordinator()
                || (holder.isCaseManager() && PullOrder.isToTake(need.state().status()));
    }

    private static NeedView view(Holder holder, StoredNeed need) {
        NeedEvent raised = new NeedEvent(NeedEvent.RAISED, need.state().raiser(), need.receivedAt(), null, null);
        return new NeedView(
                need.id(),
                need.need(),
                need.state(),
                holder.of(need.state()),
                Stream.concat(Stream.of(raised), need.history().stream().map(StoredNeed.Done::event))
                        .toList());
    }
}
