package nl.bereik.server.staffweb;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.access.Scope;
import nl.bereik.server.reach.Figures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Figures of contacts in memory; rings when some are added. */
final class FakeFigures implements Figures {
    private volatile List<ContactMoment> contacts = List.of();
    private volatile Sinks.Many<Boolean> bell = Sinks.many().multicast().directBestEffort();

    void set(List<ContactMoment> all) {
        contacts = List.copyOf(all);
        bell.tryEmitNext(true);
    }

    void add(List<ContactMoment> more) {
        List<ContactMoment> all = new ArrayList<>(contacts);
        all.addAll(more);
        set(all);
    }

    @Override
    public Mono<ReachFigures> of(Scope scope, ReportingPeriod period) {
        return Mono.fromSupplier(() -> ReachFigures.sum(
                period,
                contacts.stream().collect(Collectors.groupingBy(ContactMoment::on)).entrySet().stream()
                        .map(day -> new DayTally("team-1", day.getKey(), ReachCounts.fold(day.getValue())))
                        .toList()));
    }

    @Override
    public Flux<Boolean> changes() {
        return bell.asFlux();
    }

    /** Cuts the pages that listen off. */
    void cutOff() {
        Sinks.Many<Boolean> cut = bell;
        bell = Sinks.many().multicast().directBestEffort();
        cut.tryEmitError(new IllegalStateException("cut off by the test"));
    }
}
