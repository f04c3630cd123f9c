package nl.bereik.server.staffweb;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.NeedCounts;
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
    private volatile NeedCounts needs = NeedCounts.zero();
    private volatile Sinks.Many<Boolean> bell = Sinks.many().multicast().directBestEffort();

    void set(List<ContactMoment> all) {
        contacts = List.copyOf(all);
        bell.tryEmitNext(true);
    }

    /** In every period that is asked for. */
    void setNeeds(NeedCounts counts) {
        needs = counts;
        bell.tryEmitNext(true);
    }

    void add(List<ContactMoment> more) {
        List<ContactMoment> all = new ArrayList<>(contacts);
        all.addAll(more);
        set(all);
    }

    @Override
    public Mono<ReachFigures> of(Scope scope, ReportingPeriod period) {
        return until(scope, period, period.last().atEndOfMonth());
    }

    @Override
    public Mono<ReachFigures> until(Scope scope, ReportingPeriod period, LocalDate last) {
        return Mono.fromSupplier(() -> ReachFigures.sum(
                period,
                Stream.concat(
                                contacts.stream().collect(Collectors.groupingBy(ContactMoment::on)).entrySet().stream()
                                        .map(day ->
                                                new DayTally("team-1", day.getKey(), ReachCounts.fold(day.getValue()))),
                                Stream.of(new DayTally("team-1", period.first().atDay(1), ReachCounts.zero())
                                        .withNeeds(needs)))
                        .filter(tally -> !tally.day().isAfter(last))
                        .toList(),
                0));
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
