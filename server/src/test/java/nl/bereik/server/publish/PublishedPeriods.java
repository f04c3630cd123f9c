package nl.bereik.server.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.bereik.protocol.contact.Channel;
import nl.bereik.protocol.contact.ContactMoment;
import nl.bereik.protocol.reach.DayTally;
import nl.bereik.protocol.reach.ReachCounts;
import nl.bereik.protocol.reach.ReachFigures;
import nl.bereik.protocol.reach.ReportingPeriod;
import nl.bereik.server.ContactSamples;
import nl.bereik.server.access.Scope;
import nl.bereik.server.reach.Figures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Figures of as many contacts as were added. */
final class PublishedPeriods implements Figures {
    private final List<DayTally> tallies = new ArrayList<>();
    private Runnable beforeReading = () -> {};

    /** What happens each time before figures are read. */
    void beforeReading(Runnable happens) {
        beforeReading = happens;
    }

    void add(int contacts, String on, Channel channel) {
        LocalDate day = LocalDate.parse(on);
        List<ContactMoment> all = Collections.nCopies(contacts, ContactSamples.contact(day, channel));
        tallies.add(new DayTally("team-" + tallies.size(), day, ReachCounts.fold(all)));
    }

    void add(ContactMoment contact) {
        tallies.add(new DayTally("team-" + tallies.size(), contact.on(), ReachCounts.fold(List.of(contact))));
    }

    void clear() {
        tallies.clear();
    }

    ReachFigures of(String period) {
        return ReachFigures.sum(ReportingPeriod.parse(period), tallies, 0);
    }

    @Override
    public Mono<ReachFigures> of(Scope scope, ReportingPeriod period) {
        return Mono.fromSupplier(() -> {
            beforeReading.run();
            return of(period.name());
        });
    }

    @Override
    public Mono<ReachFigures> until(Scope scope, ReportingPeriod period, LocalDate last) {
        return Mono.fromSupplier(() -> ReachFigures.sum(
                period,
                tallies.stream().filter(tally -> !tally.day().isAfter(last)).toList(),
                0));
    }

    @Override
    public Flux<Boolean> changes() {
        return Flux.never();
    }
}
